import { proportionBounds } from '../numerics/statistics/proportion.js';
import { significant } from '../reports/format.js';
import { table } from '../reports/markdown/table.js';
import { byKind, kindOf } from './figures.js';
import { extrapolatedMissRate, missRate, type NullCalibration } from './null-calibration.js';
import type { Results } from './results.js';
import { kept, TEST_BUDGET } from './summary.js';
import { tallyOf, type HypothesisTally } from './tally.js';

const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), 0);
const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity);
const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const number = (value: number): string => significant(value, 2);
const name = ({ claim, hypothesis }: HypothesisTally): string =>
  hypothesis === 'claim' ? `\`${claim}\`` : `\`${claim}\`, control \`${hypothesis}\``;

/** Runs that did not pass, and why. */
export function faultsTable({ fresh }: Results): string {
  const faulty = fresh.filter(({ passed }) => !passed);
  return faulty.length === 0
    ? 'All of them passed.'
    : table(
        ['seed', 'what did not come out as wanted'],
        faulty.map(({ seed, faults }) => [`${seed}`, faults.map(cell).join('; ')]),
      );
}

/** Hypotheses that did not come out as wanted in some synthetic or real run. */
export function weakTable({ synthetic, real }: Results): string {
  const rows = synthetic.hypotheses.flatMap((drawn) => {
    const made = tallyOf(real, drawn);
    if (kept(drawn) === synthetic.runs && kept(made) === made.pValues.length) return [];
    const { lower } = proportionBounds(kept(drawn), synthetic.runs);
    return [
      [
        name(drawn),
        `${kept(drawn)} of ${synthetic.runs} (${drawn.wrong} the opposite, ${drawn.open} inconclusive)`,
        `≥ ${number(100 * lower)} %`,
        `${kept(made)} of ${made.pValues.length}`,
      ],
    ];
  });
  return rows.length === 0
    ? 'Every hypothesis came out as wanted in every run.'
    : table(['Hypothesis', 'as wanted, synthetic', '95 % bound', 'as wanted, fresh seeds'], rows);
}

/** The likeliest sources of a false alarm or of a toothless control: the largest p-values. */
export function marginTable({ firstLook, real, margins, alpha }: Results, shown: number): string {
  const order = firstLook.hypotheses
    .map((drawn, k) => ({ drawn, made: tallyOf(real, drawn), fit: margins[k].fit }))
    .toSorted((a, b) => most(b.drawn.pValues) - most(a.drawn.pValues))
    .slice(0, shown);
  return table(
    [
      'Hypothesis',
      'p at the first look, synthetic: median',
      'largest',
      'largest / α',
      'largest p, fresh seeds',
      'score Φ⁻¹(1 − p/2): mean ± deviation',
    ],
    order.map(({ drawn, made, fit }) => [
      name(drawn),
      number(middle(drawn.pValues)),
      number(most(drawn.pValues)),
      number(most(drawn.pValues) / alpha),
      number(most(made.pValues)),
      fit ? `${significant(fit.mean, 3)} ± ${significant(fit.deviation, 2)}` : '',
    ]),
  );
}

/** Coverage and uniformity by kind of estimate. */
export function nullTable({ nulls, scores }: Results): string {
  const tests = nulls.length + scores.length;
  const rejected = (members: readonly { uniformity: { pAbove: number } }[]): number =>
    members.filter(({ uniformity }) => uniformity.pAbove < TEST_BUDGET / tests).length;
  const range = (members: readonly NullCalibration[], level: number): string => {
    const rates = members.map((each) => 100 * missRate(each, level));
    return `${number(middle(rates))} (${number(least(rates))} … ${number(most(rates))})`;
  };
  return table(
    [
      'Decision: estimate',
      'nulls',
      'misses at 5 %, in %',
      'at 1 %',
      'at .1 %',
      'at .01 %, mean',
      'smallest p of uniformity (too small; either way)',
      'rejected',
    ],
    [
      ...byKind(nulls).map(([kind, members]) => [
        kind,
        `${members.length}`,
        range(members, 0.05),
        range(members, 0.01),
        range(members, 0.001),
        number(average(members.map((each) => 100 * missRate(each, 1e-4)))),
        `${number(least(members.map(({ uniformity }) => uniformity.pAbove)))}; ${number(least(members.map(({ uniformity }) => uniformity.pEither)))}`,
        `${rejected(members)}`,
      ]),
      ...scores.map((each) => [
        `sampled scores: ${each.claim}`,
        `${each.pValues.length} scores`,
        ...[0.05, 0.01, 0.001, 1e-4].map((level) =>
          number((100 * each.pValues.filter((p) => p <= level).length) / each.pValues.length),
        ),
        `${number(each.uniformity.pAbove)}; ${number(each.uniformity.pEither)}`,
        `${rejected([each])}`,
      ]),
    ],
  );
}

/** How far intervals of a small level are from keeping it, over all groups. */
export function farOut({ nulls }: Results, level: number): string {
  const rates = nulls.map((each) => missRate(each, level));
  const mean = average(rates);
  const claims = nulls.filter(({ of }) => of.noise.hypothesis === 'claim');
  const bad = (members: readonly NullCalibration[]): number =>
    members.filter((each) => missRate(each, level) > 10 * level).length;
  return (
    `Over all ${nulls.length} nulls, intervals of level ${number(level)} miss in a share of ${number(mean)}, ${number(mean / level)} times as often as they say; ` +
    `${bad(nulls)} nulls more than ten times as often, ${bad(claims)} of them among the ${claims.length} of claims.`
  );
}

/** The nulls whose intervals are the worst, far out. */
export function tailTable({ tails }: Results, level: number): string {
  const measured = tails[0]?.misses.map((each) => each.level) ?? [];
  return table(
    [
      'Group',
      'runs',
      ...measured.map((each) => `at ${number(each)}: above, below`),
      `at ${number(level)}, extrapolated`,
    ],
    tails.map((each) => {
      const { noise } = each.of;
      const beyond = extrapolatedMissRate(each, level);
      return [
        cell(
          `${kindOf(each)}, \`${noise.claim}\`${noise.hypothesis === 'claim' ? '' : `, control \`${noise.hypothesis}\``}, ${noise.group}`,
        ),
        noise.cells.map(({ runs }) => runs).join(' + '),
        ...each.misses.map(
          ({ above, below }) => `${number(above / each.draws)}, ${number(below / each.draws)}`,
        ),
        beyond === undefined ? '' : number(beyond),
      ];
    }),
  );
}

/** What every claim's statistic did over the seeds. */
export function seedTable({ real }: Results): string {
  return table(
    ['Claim', 'statistic: mean', 'deviation', 'least … largest', 'p: median', 'largest'],
    real.hypotheses
      .filter(({ hypothesis }) => hypothesis === 'claim')
      .map(({ claim, estimates, pValues }) => {
        const mean = estimates.reduce((sum, v) => sum + v, 0) / estimates.length;
        const variance =
          estimates.reduce((sum, v) => sum + (v - mean) * (v - mean), 0) / Math.max(1, estimates.length - 1);
        return [
          `\`${claim}\``,
          significant(mean, 3),
          number(Math.sqrt(variance)),
          `${significant(least(estimates), 3)} … ${significant(
            estimates.reduce((a, b) => Math.max(a, b), -Infinity),
            3,
          )}`,
          number(middle(pValues)),
          number(most(pValues)),
        ];
      }),
  );
}

/** Text of a table cell. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');
