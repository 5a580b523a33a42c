import { readFileSync, writeFileSync } from 'node:fs';
import type { Kind } from '../../cli/scaffold/kinds.js';

/** A small honest implementation in place of each thing that a scaffold leaves to be written. */
const WRITTEN: Readonly<Record<Kind, readonly (readonly [left: string, written: string])[]>> = {
  claim: [
    [
      "() => toBeWritten('measure of my-claim')",
      `(unit) => {
    const n = 1 + Number(unit.index);
    const sum = Array.from({ length: n }, (_, k) => k + 1).reduce((s, k) => s + k, 0);
    const row = (formula: number) => [
      { group: 'sums', deviation: Math.abs(sum - formula), tolerance: 1e-9, scale: sum },
    ];
    return { claim: row((n * (n + 1)) / 2), 'false-version': row((n * n) / 2) };
  }`,
    ],
  ],
  initialization: [
    [
      "toBeWritten('law of my-initialization')",
      "{ form: 'atoms', w: parse('1'), density: parse('1/(2*scale)'), bounds: { b: parse('scale') } }",
    ],
    ["toBeWritten('zeta of my-initialization')", "[{ to: parse('scale'), zeta: parse('1/(2*scale)') }]"],
    [
      "() => toBeWritten('draw of my-initialization')",
      '({ scale }, variates) => [variates.sign(), scale * (2 * variates.uniform() - 1)]',
    ],
  ],
  activation: [
    ["() => toBeWritten('value of my-activation')", '(o, z) => o.mul(z, z)'],
    ["() => toBeWritten('derivative of my-activation')", '(o, z) => o.mul(o.constant(2), z)'],
  ],
};

/** Fills in a scaffold named my-KIND; `imports` is a line that it needs besides. */
export function fillIn(kind: Kind, file: string, imports = ''): void {
  let text = readFileSync(file, 'utf8');
  for (const [left, written] of WRITTEN[kind]) {
    if (!text.includes(left)) throw new Error(`${file} does not contain ${left}`);
    text = text.replace(left, written);
  }
  writeFileSync(
    file,
    imports +
      text
        .replace(/to be written/gi, 'Written')
        .replace(/import { toBeWritten } .*\n|toBeWritten, |, toBeWritten/, ''),
  );
}
