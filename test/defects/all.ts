import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../cli/command.js';
import { DEFECTS } from './defects.js';
import { plantAll } from './plant.js';
import { defectsPage, isRed, killedText } from './report.js';

it('every planted defect turns the command line red, or the page says why it cannot', async () => {
  const outcomes = await plantAll(DEFECTS);
  const date = new Date().toISOString().slice(0, 10);
  mkdirSync(join(ROOT, 'docs'), { recursive: true });
  writeFileSync(join(ROOT, 'docs/planted-defects.md'), defectsPage(outcomes, date));
  console.log(killedText(outcomes));
  const survivors = outcomes.filter(({ found }) => !isRed(found)).map(({ defect }) => defect);
  expect(survivors.filter(({ survives }) => survives === undefined)).toEqual([]);
});
