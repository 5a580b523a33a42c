import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { claimSources } from '../../cli/claim-sources.js';
import { claims } from '../../proofs-check/registry.js';
import { ROOT, scratchFolder } from './command.js';

const scratch = scratchFolder();

it('places every claim at the line of its id, relative to the root', () => {
  const sources = claimSources();
  expect([...sources.keys()].sort()).toEqual(claims.map(({ id }) => id).sort());
  for (const [id, { file, line }] of sources) {
    expect(file).toMatch(/^proofs-check\/[a-z/-]+\.ts$/);
    expect(readFileSync(join(ROOT, file), 'utf8').split('\n')[line - 1]).toBe(`  id: '${id}',`);
  }
});

it('places none where there are no sources', () => {
  expect([...claimSources(scratch.path)]).toEqual([]);
});
