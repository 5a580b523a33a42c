import type { Streams } from '../../numerics/random/streams.js';
import type { Claim, Finding, Measured, Profile, Row, Unit } from '../claim.js';
import { decideComparison } from '../decisions/comparison.js';
import { benefitFigure, errorFigure } from './benefit-figures.js';
import {
  FLOOR,
  limitOf,
  penaltyOf,
  PLACES,
  RELATIVE_RESIDUAL,
  sampled,
  testError,
  trainedOf,
  type Design,
} from './design-comparison.js';
import { TARGETS, type TargetName } from './uneven-targets.js';
import { reachesZeroError } from './zero-error.js';

/** Curvature of one sign and small at the ends, of one sign, and of both. */
const INNER: readonly TargetName[] = ['corner', 'hyperbola', 'two corners'];
const ONE_SIGN: readonly TargetName[] = [...INNER, 'exponential'];
const BOTH_SIGNS: readonly TargetName[] = ['bump', 'runge', 'chirp', 'sine'];
const POINTS = [8, 16, 32];
/** Where the curvature changes its sign: points too few to resolve it, and enough. */
const COARSE = { targets: ['bump', 'runge', 'chirp'], points: [8] };
const RESOLVED = { targets: ['sine'], points: [16, 32] };
/** The points at which powers of the curvature, and Gaussian initialization, are compared. */
const MIDDLE = 16;
/**
 * Log ratios, mean and standard deviation, in a pilot of 16 designs: one sign −2.7 ± .3 to −4 ± .8, trained −3 ± .5, coarse
 * −.12 ± .04 (chirp) to −1 ± .3, sine +1.1 ± .5.
 */
const DESIGNS: Readonly<Record<Profile, number>> = { quick: 32, full: 128 };
const TRAINED_POINTS = 6;
const TRAINED: Readonly<Record<Profile, { readonly widths: readonly number[]; readonly pairs: number }>> = {
  quick: { widths: [1024], pairs: 18 },
  full: { widths: [1024, 16384], pairs: 48 },
};
/** Cells that no hypothesis needs are measured for the figure alone. */
const FEW = 6;

/** The suggestion of the paper's section 3.3, measured: design the initialization from the curvature of the target. */
export const designedBenefit: Claim = {
  id: 'designed-benefit',
  title: 'Initialization designed from the target’s curvature helps if the curvature keeps its sign',
  kind: 'statistical',
  repeatable: true,
  statement:
    'Let $y_j=g_0(x_j)$ without noise. Among all $\\zeta$ of given $\\int\\zeta$, $\\int(g_0^{\\prime\\prime})^2/\\zeta$ is least for ' +
    '$\\zeta\\propto|g_0^{\\prime\\prime}|$ (Cauchy–Schwarz). Designed so, with a floor, the limit of training has a smaller $L_2$ error than under ' +
    'uniform (constant ζ) or Gaussian initialization if $g_0^{\\prime\\prime}$ is uneven and of one sign, and than for the powers ½ and 2 of ' +
    '$|g_0^{\\prime\\prime}|$ if it is small at the ends too: $g_0^{\\prime\\prime}/\\zeta$ is then nearly constant, which natural splines of that ζ represent. Where ' +
    '$g_0^{\\prime\\prime}$ passes through 0, $g_0^{\\prime\\prime}/\\zeta$ jumps: with changing signs the design still helps while points are too ' +
    'few to resolve the curvature, and harms a sine that is resolved. Trained networks of finite width show the same.',
  source: 'ours; suggested, untested, in section 3.3 of Jin and Montúfar (2023)',
  uses: ['designed-initialization'],
  assumptions: [
    {
      ...reachesZeroError(RELATIVE_RESIDUAL),
      measured: (rows) =>
        reachesZeroError(RELATIVE_RESIDUAL).measured(rows.filter((row) => 'relativeResidual' in row)),
    },
  ],
  protocol:
    `Targets on [−1, 1], of one sign: ${ONE_SIGN.join(', ')}; of both: ${BOTH_SIGNS.join(', ')}. For each, ${DESIGNS.quick} (quick) or ` +
    `${DESIGNS.full} (full) random sets of ${POINTS.join(', ')} points, nearly evenly spaced, ends included. ζ = |g₀″| + ${FLOOR} times its mean. ` +
    `Errors of the infinite-width limits (weighted splines) over [−1, 1], in pairs on the same points: mean of the log ratio with ` +
    `Student’s interval, for each target and number of points. Networks designed and uniform (targets ${INNER.join(', ')}), all parameters trained on ${TRAINED_POINTS} points: ` +
    `${TRAINED.quick.pairs} pairs of width ${TRAINED.quick.widths.join(', ')} (quick), ${TRAINED.full.pairs} of ${TRAINED.full.widths.join(', ')} (full).`,
  controls: [
    { id: 'inverted', title: 'ζ ∝ 1/|g₀″|', because: 'kinks are then where nothing bends' },
    {
      id: 'mirrored',
      title: 'designed from the curvature of another target, g₀(−x)',
      because: 'the gain is the design’s, not that of an uneven ζ',
    },
    {
      id: 'everywhere',
      title: 'the suggestion as printed: better for the resolved sine too',
      because: 'where the curvature passes through 0, g₀″/ζ jumps and splines of that ζ miss it',
    },
  ],
  units,
  measure: (unit, random) =>
    unit.kind === 'trained' ? measureTrained(unit, random) : measureLimits(unit, random),
  decide: decideComparison,
  figures: (evidence) => [benefitFigure(evidence), errorFigure(evidence)],
  findings,
};

const within = ({ targets, points }: typeof COARSE, target: TargetName, count: number): boolean =>
  targets.includes(target) && points.includes(count);

function units(profile: Profile): Unit[] {
  const limits = [...ONE_SIGN, ...BOTH_SIGNS].flatMap((target) =>
    POINTS.flatMap((points) => {
      const needed =
        ONE_SIGN.includes(target) || within(COARSE, target, points) || within(RESOLVED, target, points);
      return Array.from({ length: needed ? DESIGNS[profile] : FEW }, (_, index) => ({
        id: `${target}/M=${points}/${index}`,
        kind: 'limit',
        target,
        points,
        index,
      }));
    }),
  );
  const { widths, pairs } = TRAINED[profile];
  const trained = INNER.flatMap((target) =>
    widths.flatMap((width) =>
      Array.from({ length: pairs }, (_, index) => ({
        id: `${target}/trained/n=${width}/${index}`,
        kind: 'trained',
        target,
        width,
        index,
      })),
    ),
  );
  return [...limits, ...trained];
}

function measureLimits(unit: Unit, random: Streams): Measured {
  const [target, points] = [unit.target as TargetName, Number(unit.points)];
  const data = sampled(target, points, random.stream('points'));
  const values = (design: Design): number[] => limitOf(penaltyOf(design, target, data), data);
  const known = new Map<Design, number>();
  const error = (design: Design): number => {
    const found = known.get(design) ?? testError(values(design), target);
    known.set(design, found);
    return found;
  };
  const group = `${target}, ${points} points`;
  const smaller = (one: Design, other: Design, words = ''): Row => ({
    group: `${group}${words}`,
    logRatio: Math.log(error(one) / error(other)),
  });
  const measured: Record<string, Row[]> = {
    ratios: (['curvature', 'data', 'gaussian', 'inverted'] as const).map((design) => ({
      target,
      points,
      design,
      logRatio: Math.log(error(design) / error('uniform')),
    })),
  };
  if (ONE_SIGN.includes(target)) {
    measured.claim = [smaller('curvature', 'uniform')];
    measured.inverted = [smaller('inverted', 'uniform')];
    measured.mirrored = [smaller('mirrored', 'uniform')];
    if (points === MIDDLE) {
      measured.claim.push(smaller('curvature', 'gaussian', ', against Gaussian'));
      if (INNER.includes(target)) {
        measured.claim.push(smaller('curvature', 'root', ', against power ½'));
        measured.claim.push(smaller('curvature', 'square', ', against power 2'));
      }
    }
  }
  if (within(COARSE, target, points)) measured.claim = [smaller('curvature', 'uniform')];
  if (within(RESOLVED, target, points)) {
    measured.claim = [smaller('uniform', 'curvature', ', uniform better')];
    measured.everywhere = [smaller('curvature', 'uniform')];
  }
  if (unit.index === 0) {
    const [designed, uniform] = [values('curvature'), values('uniform')];
    measured.functions = PLACES.map((x, k) => {
      const truth = TARGETS[target].value(x);
      return { target, points, x, designed: designed[k] - truth, uniform: uniform[k] - truth };
    });
  }
  return measured;
}

function measureTrained(unit: Unit, random: Streams): Measured {
  const [target, width] = [unit.target as TargetName, Number(unit.width)];
  const data = sampled(target, TRAINED_POINTS, random.stream('points'));
  const trained = (design: Design): { error: number; relativeResidual: number } => {
    const { values, relativeResidual } = trainedOf(
      penaltyOf(design, target, data),
      data,
      width,
      random.below(design),
    );
    return { error: testError(values, target), relativeResidual };
  };
  const [designed, uniform] = [trained('curvature'), trained('uniform')];
  return {
    claim: [
      {
        group: `${target}, ${TRAINED_POINTS} points, trained, width ${width}`,
        logRatio: Math.log(designed.error / uniform.error),
        relativeResidual: Math.max(designed.relativeResidual, uniform.relativeResidual),
      },
    ],
  };
}

/** Error ratios by target and number of points, from the evidence. */
function findings(evidence: Measured): readonly Finding[] {
  const rows = evidence.ratios ?? [];
  if (rows.length === 0) return [];
  const factor = (target: TargetName, points: number, design: Design): string => {
    const logs = rows
      .filter((row) => row.target === target && row.points === points && row.design === design)
      .map((row) => Number(row.logRatio));
    return Math.exp(logs.reduce((sum, value) => sum + value, 0) / logs.length).toPrecision(2);
  };
  const lines = [...ONE_SIGN, ...BOTH_SIGNS].flatMap((target) =>
    POINTS.map((points) => {
      const cells = (['curvature', 'data', 'gaussian'] as const).map((design) =>
        factor(target, points, design),
      );
      return `| ${target} | ${points} | ${cells.join(' | ')} |`;
    }),
  );
  return [
    {
      title: 'Designing the initialization helps for some targets and harms for others',
      text:
        'The paper suggests, untested, to choose ζ from the data or from the curvature of the target, which “should perform better”. ' +
        'Measured without noise at infinite width, it depends on whether the curvature passes through 0: large gains where it is of one sign and small at the ends (natural splines are straight there), ' +
        'where it changes sign, gains while the points are few (bump and Runge at 8 and 16, chirp) and losses otherwise. Rows that the claim does not list are described, not decided. Designed from second differences of the data ' +
        'alone, much of the gain is lost. $L_2$ error over that of uniform initialization, geometric mean over random points:\n\n' +
        `| target | points | designed from curvature | designed from data | Gaussian |\n| --- | --- | --- | --- | --- |\n${lines.join('\n')}`,
    },
  ];
}
