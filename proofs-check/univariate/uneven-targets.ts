/** A function on [−1, 1] to be learned, and its second derivative. */
export interface Target {
  readonly value: (x: number) => number;
  readonly curvature: (x: number) => number;
  /** Points at which |curvature| has a kink: its zeros. */
  readonly zeros: readonly number[];
}

/** A straight line that bends by 1 in slope, within about 4/k of the centre. */
function corner(centre: number, k: number): Target {
  return {
    value(x) {
      const t = k * (x - centre);
      return (Math.max(t, 0) + Math.log1p(Math.exp(-Math.abs(t)))) / k;
    },
    curvature(x) {
      const e = Math.exp(-Math.abs(k * (x - centre)));
      return (k * e) / ((1 + e) * (1 + e));
    },
    zeros: [],
  };
}

const sum = (f: Target, g: Target): Target => ({
  value: (x) => f.value(x) + g.value(x),
  curvature: (x) => f.curvature(x) + g.curvature(x),
  zeros: [],
});

/** e^{−k(x−c)²}: its curvature changes its sign at c ± 1/√(2k). */
function bump(centre: number, k: number): Target {
  const value = (x: number): number => Math.exp(-k * (x - centre) * (x - centre));
  const inflection = 1 / Math.sqrt(2 * k);
  return {
    value,
    curvature: (x) => (4 * k * k * (x - centre) * (x - centre) - 2 * k) * value(x),
    zeros: [centre - inflection, centre + inflection],
  };
}

/** √((x−c)² + ε²) */
function hyperbola(centre: number, epsilon: number): Target {
  const value = (x: number): number => Math.sqrt((x - centre) * (x - centre) + epsilon * epsilon);
  return {
    value,
    curvature(x) {
      const root = value(x);
      return (epsilon * epsilon) / (root * root * root);
    },
    zeros: [],
  };
}

const RUNGE = 25;

/** Functions of uneven curvature: of one sign, and of both. */
export const TARGETS = {
  corner: corner(0.3, 20),
  hyperbola: hyperbola(-0.2, 0.1),
  'two corners': sum(corner(-0.5, 30), corner(0.4, 12)),
  exponential: {
    value: (x: number) => Math.exp(3 * x) / 20,
    curvature: (x: number) => (9 / 20) * Math.exp(3 * x),
    zeros: [],
  },
  bump: bump(0.15, 50),
  runge: {
    value: (x: number) => 1 / (1 + RUNGE * x * x),
    curvature(x: number) {
      const below = 1 + RUNGE * x * x;
      return (2 * RUNGE * (3 * RUNGE * x * x - 1)) / (below * below * below);
    },
    zeros: [-1, 1].map((sign) => sign / Math.sqrt(3 * RUNGE)),
  },
  sine: {
    value: (x: number) => Math.sin(Math.PI * x),
    curvature: (x: number) => -Math.PI * Math.PI * Math.sin(Math.PI * x),
    zeros: [0],
  },
  chirp: {
    value: (x: number) => Math.sin(3 * (x + 1.2) * (x + 1.2)),
    curvature(x: number) {
      const phase = 3 * (x + 1.2) * (x + 1.2);
      const rate = 6 * (x + 1.2);
      return 6 * Math.cos(phase) - rate * rate * Math.sin(phase);
    },
    zeros: [],
  },
} satisfies Readonly<Record<string, Target>>;

export type TargetName = keyof typeof TARGETS;
