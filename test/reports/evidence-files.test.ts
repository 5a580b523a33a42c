import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { Evidence } from '../../proofs-check/result.js';
import {
  evidencePath,
  evidenceText,
  readEvidence,
  removeOtherEvidence,
} from '../../reports/evidence-files.js';

const folder = mkdtempSync(join(tmpdir(), 'evidence-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'e.json');

const value = fc.oneof(
  fc.string(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0),
);
const row = fc.dictionary(fc.string({ minLength: 1 }), value).filter((entries) => !('__proto__' in entries));
const evidence: fc.Arbitrary<Evidence> = fc.record({
  claim: fc.constant('some-claim'),
  profile: fc.constantFrom('quick' as const, 'full' as const),
  seed: fc.nat(),
  derivations: fc.constant({
    claim: [{ title: 't', steps: [{ title: 's', latex: 'x', status: 'proved' as const, verifiedBy: '' }] }],
  }),
  units: fc.array(
    fc.record({
      unit: row.map((entries) => ({ ...entries, id: 'u' })),
      measured: fc.record({ claim: fc.array(row) }),
    }),
    { maxLength: 4 },
  ),
});

describe('stored evidence', () => {
  test('reads back unchanged, one unit per line', () => {
    fc.assert(
      fc.property(evidence, (written) => {
        const text = evidenceText(written);
        writeFileSync(file, text);
        expect(JSON.stringify(readEvidence(file))).toBe(JSON.stringify(written));
        expect(text.split('\n')).toHaveLength(Math.max(1, written.units.length) + 3);
      }),
      { numRuns: 50 },
    );
  });

  test('refuses numbers that JSON would lose', () => {
    const [sample] = fc.sample(evidence, { numRuns: 1, seed: 1 });
    const broken = { ...sample, units: [{ unit: { id: 'u' }, measured: { claim: [{ error: NaN }] } }] };
    expect(() => evidenceText(broken)).toThrow(/error is NaN, expected a finite number/);
  });

  test.each([
    ['{', /e\.json: not JSON/],
    ['[]', /e\.json: the file: /],
    ['{"schema":2}', /e\.json: schema: /],
    ['{"schema":1,"claim":"a","profile":"slow"}', /e\.json: profile: /],
  ])('refuses the file %j, naming the field', (text, message) => {
    writeFileSync(file, text);
    expect(() => readEvidence(file)).toThrow(message);
  });

  test('of other claims is removed, other files are not', () => {
    mkdirSync(join(folder, 'evidence'), { recursive: true });
    const put = (path: string, text: string): string => {
      writeFileSync(join(folder, path), text);
      return join(folder, path);
    };
    const [sample] = fc.sample(evidence, { numRuns: 1, seed: 1 });
    const kept = put(evidencePath('kept'), evidenceText(sample));
    const gone = put(evidencePath('gone'), evidenceText(sample));
    const theirs = put('evidence/notes.json', '{}');
    removeOtherEvidence(folder, ['kept']);
    expect([kept, gone, theirs].map((path) => existsSync(path))).toEqual([true, false, true]);
  });
});
