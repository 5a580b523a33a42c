import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Piece, RunKey } from '../../proofs-check/plan.js';
import { clearUnits, UnitStore } from '../../proofs-check/unit-store.js';
import { isTemporary } from '../../proofs-check/whole-file.js';
import { scratchFolder } from '../cli/command.js';

const scratch = scratchFolder();
const key: RunKey = { code: 'abc', profile: 'quick', seed: 7 };
const piece = (id: number): Piece => ({
  claim: 'some-claim',
  unit: { id: `unit/${id}`, width: id },
  measured: { claim: [{ error: id / 3, group: 'é\n' }], control: [] },
});
const derivations: Piece = {
  claim: 'some-claim',
  derivations: {
    claim: [{ title: 't', steps: [{ title: 's', latex: 'x', status: 'proved', verifiedBy: '' }] }],
  },
};

let folder: string;
let number = 0;
beforeEach(() => {
  folder = join(scratch.path, String(number++));
});
const store = (change: Partial<RunKey> = {}): UnitStore => new UnitStore(folder, { ...key, ...change });
const files = (): string[] => readdirSync(folder).map((name) => join(folder, name));

describe('the store of finished units', () => {
  test('gives back every piece once its promise has resolved, and leaves no temporary file', async () => {
    expect(store().read()).toEqual([]);
    const pieces = [piece(1), piece(2), derivations];
    await Promise.all(pieces.map((each) => store().keep(each)));
    const late = store();
    await late.keep(piece(3));
    await late.keep(piece(4));
    const read = store().read();
    expect(read).toHaveLength(5);
    expect(read).toEqual(expect.arrayContaining([...pieces, piece(3), piece(4)]));
    expect(readdirSync(folder).filter(isTemporary)).toEqual([]);
  });

  test('puts pieces that finish together into one file, so that the disk is asked once', async () => {
    const one = store();
    await Promise.all(Array.from({ length: 500 }, (_, k) => one.keep(piece(k))));
    expect(files()).toHaveLength(1);
    expect(store().read()).toHaveLength(500);
  });

  test('keeps profile, seed and code apart', async () => {
    await store().keep(piece(1));
    for (const other of [{ profile: 'full' as const }, { seed: 8 }, { code: 'abd' }])
      expect(store(other).read()).toEqual([]);
  });

  test('believes no file that was torn, edited or renamed', async () => {
    await store().keep(piece(1));
    const [file] = files();
    const text = readFileSync(file, 'utf8');
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom('', '1', '}', '\0', ' '), (at, change) => {
        const torn = text.slice(0, at) + change;
        const edited = text.slice(0, at) + change + text.slice(at + 1);
        for (const wrong of [torn, edited].filter((each) => each !== text)) {
          writeFileSync(file, wrong);
          expect(store().read()).toEqual([]);
        }
      }),
      { numRuns: 50 },
    );
    writeFileSync(file, text);
    expect(store().read()).toEqual([piece(1)]);
    renameSync(file, join(folder, `${'0'.repeat(32)}.jsonl`));
    expect(store().read()).toEqual([]);
  });

  test('passes over what is not its own, and leaves it when its files are removed', async () => {
    await store().keep(piece(1));
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    writeFileSync(join(folder, '.x.jsonl.theorem-check-12.tmp'), 'half');
    expect(store().read()).toEqual([piece(1)]);
    clearUnits(folder);
    expect(store().read()).toEqual([]);
    expect(readdirSync(folder)).toEqual(['notes.txt']);
  });

  test('says so when it cannot write, to each that waits', async () => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'file'), '');
    const blocked = new UnitStore(join(folder, 'file', 'below'), key);
    const answers = await Promise.allSettled([blocked.keep(piece(1)), blocked.keep(piece(2))]);
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(blocked.settled()).resolves.toBeUndefined();
  });
});
