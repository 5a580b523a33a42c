import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { exampleFigures } from '../../examples/figures.js';

const FOLDER = pathToFileURL(join(import.meta.dirname, '../../examples/'));

it('the pictures of the examples are what the code draws today', () => {
  const figures = exampleFigures(FOLDER);
  expect(figures.size).toBe(3);
  for (const [name, svg] of figures) expect(readFileSync(new URL(name, FOLDER), 'utf8'), name).toBe(svg);
});
