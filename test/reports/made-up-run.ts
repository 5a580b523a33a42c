import fc from 'fast-check';
import type { Claim, Control, Decision, Figure, Verdict } from '../../proofs-check/claim.js';
import type { Result, Run } from '../../proofs-check/result.js';

/** A run made up for the reports' tests: every kind of content, nothing measured. */

export function decision(verdict: Verdict, change: Partial<Decision> = {}): Decision {
  return {
    verdict,
    statistic: { name: 'slope', estimate: -0.4931, interval: [-0.52, -0.47], claimed: '≤ −1/2' },
    reason: 'the whole interval lies below the claimed exponent plus the tolerance',
    groups: [
      { initialization: 'gaussian', slope: -0.48766, widths: 6, p: 1.23456e-7 },
      { initialization: 'uniform', slope: -0.5, note: '$|x|$ | pipe' },
    ],
    ...change,
  };
}

export const CHANCE = { p: 1.3e-9, level: 1.25e-5, look: 1 };

export const figure: Figure = {
  id: 'error',
  title: 'Error over width',
  caption: 'Faint: seeds; large: medians.',
  x: { label: 'width n', log: true },
  y: { label: 'error in L² over S', log: true },
  layers: [
    { mark: 'points', series: 'gaussian', x: [64, 64, 256], y: [0.1, 0.12, 0.06], faint: true },
    { mark: 'line', series: 'gaussian', x: [64, 256], y: [0.11, 0.06] },
    { mark: 'band', series: 'gaussian', x: [64, 256], lower: [0.09, 0.05], upper: [0.13, 0.07] },
    { mark: 'line', series: 'claimed slope −1/2', x: [64, 256], y: [0.1, 0.05], dashed: true },
  ],
};

export const control: Control = {
  id: 'natural-cubic',
  title: 'natural cubic spline',
  because: 'ζ is not constant: $|x|^2 | y$',
};

export function claim(change: Partial<Claim> = {}): Claim {
  return {
    id: 'T1',
    title: 'Gradient descent ends near the spline',
    kind: 'statistical',
    statement: "The error is $O_p(n^{-1/2})$, where\n\n$$\\|g\\|^2 \\\\ = \\int_{\\{x\\}} (g'')^2/\\zeta$$",
    source: 'Jin and Montúfar 2023, Theorem 1',
    assumptions: [],
    uses: [],
    protocol: 'Train networks of many widths.',
    controls: [control],
    units: () => [],
    measure: () => ({}),
    decide: () => decision('supported'),
    figures: () => [figure],
    findings: () => [
      { title: 'Least squares is not enough', text: 'The paper suggests $u,v$ by least squares.' },
    ],
    ...change,
  };
}

export function result(change: Partial<Result> = {}): Result {
  const of = change.claim ?? claim();
  return {
    claim: of,
    evidence: {
      claim: of.id,
      profile: 'quick',
      seed: 7,
      derivations: {},
      units: [{ unit: { id: 'gaussian/64' }, measured: { claim: [{ error: 0.1 }] } }],
    },
    measured: { claim: [{ error: 0.1 }] },
    chance: CHANCE,
    decision: decision('supported'),
    assumptions: [
      { statement: 'all $x_j$ lie in $\\{\\zeta > 0\\}$ | yes', value: 'least ζ 0.021', holds: true },
    ],
    controls: [
      { control, chance: CHANCE, decision: decision('refuted', { reason: 'the error stays flat' }) },
    ],
    leftOut: [],
    toothless: false,
    missing: 0,
    ...change,
  };
}

export function run(results: readonly Result[], change: Partial<Run> = {}): Run {
  return { profile: 'quick', seed: 7, results, hypotheses: 6, passed: true, ...change };
}

const NASTY = [
  '|',
  '$',
  '`',
  '<script>',
  '&amp;',
  ']]>',
  '"',
  "'",
  '\\',
  '*',
  '_',
  '](x)',
  '\n',
  '\u0000',
  '\ud800',
  '#',
];

/** Texts made to break Markdown tables, links, HTML, XML and mathematics. */
export const nastyText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ maxLength: 6 })), { maxLength: 8 })
  .map((parts) => `a${parts.join(' ')}z`);

/** A run whose every plain text is that text. */
export function nastyRun(text: string): Run {
  const statistic = { name: text, estimate: 1, interval: [0, 2] as const, claimed: text };
  const nasty = decision('refuted', { reason: text, statistic, groups: [{ [text]: text, n: 1 }] });
  const left: Control = { id: text, title: text, because: text, profiles: ['full'] };
  const layers = figure.layers.map((layer) => ({ ...layer, series: layer.series + text, panel: text }));
  return run(
    [
      result({
        claim: claim({
          title: text,
          figures: () => [{ ...figure, title: text, caption: text, x: { label: text }, layers }],
          findings: () => [{ title: text, text: 'plain' }],
        }),
        decision: nasty,
        controls: [{ control: left, chance: CHANCE, decision: nasty }],
        leftOut: [left],
        assumptions: [{ statement: 'plain', value: text, holds: false }],
      }),
    ],
    { passed: false },
  );
}
