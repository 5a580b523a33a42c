import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pointInterpolant } from '../../../numerics/kernels/several/point-interpolant.js';
import { radialSpline } from '../../../numerics/splines/radial-spline.js';
import { DataError } from '../../../numerics/data/data-error.js';
import { predictions, type PredictionOptions } from '../../../numerics/prediction/predict.js';
import { bindLaw } from '../../../theory/initializations/law.js';
import { bindVectorLaw, type VectorLaw } from '../../../theory/initializations/several/vector-law.js';

const finite = fc.double({ min: -2, max: 2, noNaN: true });

/** Points of a grid of spacing .4 in [−1.2, 1.2]^d (so that K is well conditioned), not all in one hyperplane, and targets. */
const data = (inputs: number): fc.Arbitrary<{ x: number[]; y: number[] }> =>
  fc
    .record({
      points: fc.uniqueArray(
        fc.array(fc.integer({ min: -3, max: 3 }), { minLength: inputs, maxLength: inputs }),
        { maxLength: 8, selector: (point) => point.join() },
      ),
      y: fc.array(finite, { minLength: 9 + inputs, maxLength: 9 + inputs }),
    })
    .map(({ points, y }) => {
      // the corners of a simplex, so that the affine part is determined
      const corners = Array.from({ length: inputs + 1 }, (_, k) =>
        Array.from({ length: inputs }, (_, i) => (i === k ? 2.5 : -2.5)),
      );
      const x = [...corners, ...points].flat().map((k) => 0.4 * k);
      return { x, y: y.slice(0, x.length / inputs) };
    });

/** Points anywhere in the cube [−1.5, 1.5]^d. */
const queries = (inputs: number): fc.Arbitrary<number[]> =>
  fc.array(fc.double({ min: -1.5, max: 1.5, noNaN: true }), {
    minLength: 4 * inputs,
    maxLength: 4 * inputs,
  });

/** 1e4·eps·cond·max|y| for the system that is solved, with terms of size ten in the sums. */
function tolerance({ x, y }: { x: number[]; y: number[] }, law: VectorLaw, degree = 1): number {
  const { condition } = pointInterpolant({ kernel: law.kernel!.at, x, y, inputs: law.inputs, degree });
  return 1e4 * Number.EPSILON * condition * Math.max(1, ...y.map(Math.abs));
}

const gap = (p: readonly number[], q: readonly number[]): number =>
  Math.max(...p.map((value, j) => Math.abs(value - q[j])));

describe('the spline limit', () => {
  test.each([2, 3, 4])('for directions on the sphere is the r³ spline of the textbook (%i inputs)', (d) => {
    const law = bindVectorLaw('sphere-uniform(aB=4)', d);
    fc.assert(
      fc.property(data(d), queries(d), (points, at) => {
        const textbook = radialSpline({ radial: (r) => r * r * r, ...points, inputs: d, degree: 1 });
        const expected = Array.from({ length: 4 }, (_, k) => textbook.evaluate(at.slice(k * d, (k + 1) * d)));
        const g = predictions({ ...points, law, limit: 'spline' }, at);
        expect(gap(g, expected)).toBeLessThan(tolerance(points, law));
      }),
      { numRuns: 30 },
    );
  });

  test('moves and turns with the data where the law does not tell places and directions apart', () => {
    const [free, turning] = [bindVectorLaw('sphere-uniform(aB=8)', 2), bindVectorLaw('gaussian', 2)];
    const angle = fc.double({ min: 0, max: 7, noNaN: true });
    fc.assert(
      fc.property(data(2), queries(2), angle, fc.tuple(finite, finite), (points, at, phi, [p, q]) => {
        const [cos, sin] = [Math.cos(phi), Math.sin(phi)];
        const turn = (x: readonly number[]): number[] =>
          x.map((value, k) => (k % 2 === 0 ? cos * value - sin * x[k + 1] : sin * x[k - 1] + cos * value));
        const move = (x: readonly number[]): number[] => x.map((value, k) => value + (k % 2 === 0 ? p : q));
        for (const [law, map] of [
          [free, turn],
          [free, move],
          [turning, turn],
        ] as const) {
          const g = predictions({ ...points, law, limit: 'spline' }, at);
          const mapped = predictions({ x: map(points.x), y: points.y, law, limit: 'spline' }, map(at));
          // the moved data have kernel values that are larger by up to (1 + 4/1.2)²
          expect(gap(g, mapped)).toBeLessThan(20 * tolerance(points, law));
        }
      }),
      { numRuns: 30 },
    );
  });

  test('does not move with the data under a Gaussian law, whose penalty grows away from 0', () => {
    const law = bindVectorLaw('gaussian', 2);
    const [x, y] = [
      [0, 0, 1, 0, 0, 1, 1, 1],
      [1, 2, -1, 3],
    ];
    const [here, there] = [0, 2].map((by) =>
      predictions(
        { x: x.map((value) => value + by), y, law, limit: 'spline' },
        [0.5, 0.2].map((value) => value + by),
      ),
    );
    expect(gap(here, there)).toBeGreaterThan(1e-3);
  });

  test('λ multiplies γ² ∫(R{(−Δ)^((d+1)/2) g})²/ζ dV dc: d = 2, by quadrature over lines', () => {
    const [inputs, aB, points] = [2, 4, 12];
    const law = bindVectorLaw(`sphere-uniform(aB=${aB})`, inputs);
    const x = Array.from({ length: 2 * points }, (_, k) => 1.2 * Math.sin(1 + 2.3 * k + 0.4 * k * k));
    const y = Array.from({ length: points }, (_, k) => Math.cos(3 * k));
    const { coefficients, squaredNorm, condition } = pointInterpolant({
      kernel: law.kernel!.at,
      x,
      y,
      inputs,
      degree: 1,
    });
    // g = Σ c_j K(·, x_j) has the cubic part Σ μ_j |x − x_j|³ with μ = κ_2 c/(24 a_B), κ_2 = 4/(3π), and
    // R{(−Δ)^(3/2) Σ μ_j |x − x_j|³} = −(A_2/2) Σ μ_j |c − ⟨V, x_j⟩|, A_2 = 3·2³·√π Γ(5/2) = 18π
    const mu = coefficients.map((c) => (c * 4) / (3 * Math.PI * 24 * aB));
    const [gamma, halfA] = [1 / (4 * Math.PI), 9 * Math.PI];
    let integral = 0;
    const angles = 4000;
    for (let k = 0; k < angles; k++) {
      const phi = (2 * Math.PI * (k + 0.5)) / angles;
      const at = Array.from(mu, (_, j) => Math.cos(phi) * x[2 * j] + Math.sin(phi) * x[2 * j + 1]);
      const h = (c: number): number => halfA * at.reduce((sum, t, j) => sum + mu[j] * Math.abs(c - t), 0);
      const ends = at.toSorted((s, t) => s - t);
      // Simpson's rule, exact for the square of a linear function
      for (let j = 1; j < points; j++) {
        const [from, to] = [ends[j - 1], ends[j]];
        const [low, middle, high] = [h(from), h(0.5 * (from + to)), h(to)];
        integral +=
          (2 * Math.PI * (to - from) * (low * low + 4 * middle * middle + high * high)) / (6 * angles);
      }
    }
    const zeta = law.zeta([1, 0], 0);
    // the midpoint rule for a function with bounded third derivatives, 4000 angles
    expect(condition).toBeLessThan(1e6);
    expect(Math.abs((gamma * gamma * integral) / zeta / squaredNorm - 1)).toBeLessThan(1e-8);
  });

  test('with smoothing is least in Σ(g − y)² + λ‖g‖² of its own kind', () => {
    const law = bindVectorLaw('gaussian', 3);
    const [x, y] = [
      Array.from({ length: 30 }, (_, k) => Math.sin(7 * k + k * k)),
      Array.from({ length: 10 }, (_, k) => Math.cos(3 * k)),
    ];
    const value = (lambda: number, targets: readonly number[]): number => {
      const g = pointInterpolant({ kernel: law.kernel!.at, x, y: targets, inputs: 3, degree: 1 });
      return targets.reduce((sum, t, j) => sum + (t - y[j]) * (t - y[j]), lambda * g.squaredNorm);
    };
    for (const smoothing of [1e-3, 0.1, 3]) {
      // any function of the kind is the interpolant of its own values at the points, or costs more
      const best = predictions({ x, y, law, limit: 'spline', smoothing }, x);
      for (let k = 0; k < 10; k++) {
        for (const step of [1e-3, -1e-3]) {
          const other = best.map((b, j) => (j === k ? b + step : b));
          expect(value(smoothing, other)).toBeGreaterThan(value(smoothing, best) + 0.5e-6);
        }
      }
    }
  });

  test('at time t is the one with λ = 1/t, and the affine map of least squares at time 0', () => {
    const law = bindVectorLaw('gaussian', 2);
    fc.assert(
      fc.property(data(2), queries(2), ({ x, y }, at) => {
        const of = (more: Partial<PredictionOptions<VectorLaw>>): number[] =>
          predictions({ x, y, law, limit: 'spline', ...more }, at);
        expect(of({ time: 4 })).toEqual(of({ smoothing: 0.25 }));
        const [early, none] = [of({ time: 1e-9 }), of({ time: 0 })];
        // λ = 1e9 leaves ‖K‖/λ < 1e-7 of the residuals to the kernel
        expect(gap(early, none)).toBeLessThan(1e-6);
        const plane = (list: readonly number[]): number[] =>
          Array.from({ length: list.length / 2 }, (_, k) => 2 - list[2 * k] + 3 * list[2 * k + 1]);
        const flat = predictions({ x, y: plane(x), law, limit: 'spline', time: 0 }, at);
        expect(gap(flat, plane(at))).toBeLessThan(1e-12);
      }),
      { numRuns: 20 },
    );
  });
});

describe('one input, by the two solvers', () => {
  const [several, one] = [bindVectorLaw('sphere-uniform(aB=3)', 1), bindLaw('binary-uniform(w0=1,aB=3)')];
  const spaced = fc
    .record({
      x: fc.uniqueArray(fc.integer({ min: -5, max: 5 }), { minLength: 3, maxLength: 7 }),
      y: fc.array(finite, { minLength: 7, maxLength: 7 }),
    })
    .map(({ x, y }) => ({ x: x.map((k) => 0.4 * k), y: y.slice(0, x.length) }));
  const how = fc.constantFrom({}, { smoothing: 0.01 }, { smoothing: 2 }, { time: 0 }, { time: 30 });
  test.each(['spline', 'raw'] as const)('%s: signs as directions are the law of one input', (limit) => {
    fc.assert(
      fc.property(spaced, how, queries(1), (points, options, at) => {
        const [p, q] = [several, one].map((law) => predictions({ ...points, law, limit, ...options }, at));
        expect(gap(p, q)).toBeLessThan(tolerance(points, several, limit === 'spline' ? 1 : -1));
      }),
      { numRuns: 60 },
    );
  });

  test.each([2, 3])('raw: on a line through 0 the limit in %i inputs is that in one input', (d) => {
    // the projection of W on an axis: normal for a normal law, uniform for the cube
    for (const name of ['gaussian', 'uniform(aW=1,aB=4)']) {
      fc.assert(
        fc.property(spaced, how, queries(1), ({ x, y }, options, at) => {
          const axis = (line: readonly number[]): number[] =>
            line.flatMap((value) => [...new Array<number>(d - 1).fill(0), value]);
          const law = bindVectorLaw(name, d);
          const p = predictions({ x: axis(x), y, law, limit: 'raw', ...options }, axis(at));
          const q = predictions({ x, y, law: bindLaw(name), limit: 'raw', ...options }, at);
          const { condition } = pointInterpolant({
            kernel: bindVectorLaw('gaussian', 1).kernel!.at,
            x,
            y,
            inputs: 1,
            degree: -1,
          });
          // the kernels of the two laws have condition numbers of one order
          expect(gap(p, q)).toBeLessThan(1e4 * Number.EPSILON * condition * 2);
        }),
        { numRuns: 20 },
      );
    }
  });
});

describe('both limits', () => {
  const limits = fc.constantFrom('spline' as const, 'raw' as const);
  const how = fc.constantFrom({}, { smoothing: 0.01 }, { time: 50 });
  const laws = ['gaussian', 'sphere-uniform(aB=4)', 'ball-uniform(aB=4)', 'uniform(aB=9)'];

  test('take the data at the data, in any order of the points', () => {
    fc.assert(
      fc.property(data(2), limits, fc.constantFrom(...laws.slice(0, 3)), ({ x, y }, limit, name) => {
        const law = bindVectorLaw(name, 2);
        const size = tolerance({ x, y }, law, limit === 'spline' ? 1 : -1);
        expect(gap(predictions({ x, y, law, limit }, x), y)).toBeLessThan(size);
        const back = Array.from({ length: y.length }, (_, j) => [x[2 * j], x[2 * j + 1]])
          .toReversed()
          .flat();
        const reversed = predictions({ x: back, y: y.toReversed(), law, limit }, [0.1, 0.2]);
        expect(gap(reversed, predictions({ x, y, law, limit }, [0.1, 0.2]))).toBeLessThan(size);
      }),
      { numRuns: 40 },
    );
  });

  test('only exchange their inputs when the columns are exchanged', () => {
    fc.assert(
      fc.property(
        data(3),
        queries(3),
        limits,
        how,
        fc.constantFrom(...laws),
        (points, at, limit, more, name) => {
          const law = bindVectorLaw(name, 3);
          const permute = (x: readonly number[]): number[] => x.map((_, k) => x[k - (k % 3) + ((k + 1) % 3)]);
          const g = predictions({ ...points, law, limit, ...more }, at);
          const permuted = predictions(
            { x: permute(points.x), y: points.y, law, limit, ...more },
            permute(at),
          );
          const size = tolerance(points, bindVectorLaw('gaussian', 3), limit === 'spline' ? 1 : -1);
          expect(gap(g, permuted)).toBeLessThan(10 * size);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('count repeated points as often as they are there with smoothing, and merge equal ones without', () => {
    const law = bindVectorLaw('gaussian', 2);
    const [x, y] = [
      [0, 0, 1, 0, 0, 1, 1, 1],
      [1, 2, -1, 3],
    ];
    const at = [0.3, 0.4, 0.9, 0.1];
    for (const limit of ['spline', 'raw'] as const) {
      const [once, twice, torn] = [[y[3]], [y[3], y[3]], [y[3] - 1, y[3] + 1]].map((last) => ({
        x: [...x.slice(0, 6), ...last.flatMap(() => [1, 1])],
        y: [...y.slice(0, 3), ...last],
      }));
      expect(predictions({ ...twice, law, limit }, at)).toEqual(predictions({ ...once, law, limit }, at));
      expect(() => predictions({ ...torn, law, limit }, at)).toThrow(DataError);
      expect(() => predictions({ ...torn, law, limit }, at)).toThrow(/targets 2 and 4 at one point/);
      // with smoothing, only the mean and the number of repeated targets matter
      const [single, equal, mean] = [once, twice, torn].map((points) =>
        predictions({ ...points, law, limit, smoothing: 0.1 }, at),
      );
      expect(gap(equal, mean)).toBeLessThan(1e-12);
      expect(gap(equal, single)).toBeGreaterThan(1e-3);
    }
  });
});

describe('the raw limit in time', () => {
  test('starts at 0 with slope Σ y_j K(·, x_j) and ends in the interpolant', () => {
    const law = bindVectorLaw('gaussian', 2);
    fc.assert(
      fc.property(data(2), queries(2), ({ x, y }, at) => {
        const of = (time?: number): number[] =>
          predictions({ x, y, law, limit: 'raw', ...(time !== undefined && { time }) }, at);
        expect(of(0)).toEqual([0, 0, 0, 0]);
        const slope = [0, 1, 2, 3].map((k) =>
          y.reduce(
            (sum, yj, j) => sum + yj * law.kernel!.at(at.slice(2 * k, 2 * k + 2), x.slice(2 * j, 2 * j + 2)),
            0,
          ),
        );
        // the next term of the exponential is ½t‖K‖ < 50t of the first
        const early = of(1e-8).map((value) => value / 1e-8);
        expect(gap(early, slope)).toBeLessThan(1e-5);
        expect(gap(of(1e13), of())).toBeLessThan(tolerance({ x, y }, law, -1));
      }),
      { numRuns: 30 },
    );
  });
});

describe('refuses', () => {
  const law = bindVectorLaw('gaussian', 2);
  const onLine = { x: [0, 0, 1, 2, 2, 4, -3, -6], y: [0, 1, 0, 2], law };

  test('points on a line for the spline limit, which raw takes', () => {
    expect(() => predictions({ ...onLine, limit: 'spline' }, [0, 1])).toThrow(DataError);
    expect(() => predictions({ ...onLine, limit: 'spline' }, [0, 1])).toThrow(
      /lie on one line .*add a point/,
    );
    expect(predictions({ ...onLine, limit: 'raw' }, [1, 2])[0]).toBeCloseTo(1, 9);
  });

  test('fewer points than the affine part has coefficients; as many give it', () => {
    expect(() => predictions({ x: [0, 0, 1, 1], y: [1, 2], law, limit: 'spline' }, [0, 1])).toThrow(
      /2 distinct points.*at least 3/,
    );
    const three = { x: [0, 0, 1, 0, 0, 1], y: [1, 3, 0], law, limit: 'spline' as const };
    expect(predictions(three, [2, 5])[0]).toBeCloseTo(1 + 2 * 2 - 5, 12);
  });

  test('more points than a kernel matrix is solved for, before it does any work', () => {
    const x = Array.from({ length: 2 * 2001 }, (_, k) => Math.sin(k * k));
    const y = Array.from({ length: 2001 }, (_, j) => j);
    for (const limit of ['spline', 'raw'] as const) {
      expect(() => predictions({ x, y, law, limit, smoothing: 1 }, [0, 0])).toThrow(
        /^2001 points, and prediction in several inputs solves with a kernel matrix of at most 2000; thin the data out$/,
      );
    }
    expect(() => predictions({ x, y, law, limit: 'raw', time: 1 }, [0, 0])).toThrow(/^2001 points/);
    // least squares needs no matrix
    expect(Number.isFinite(predictions({ x, y, law, limit: 'spline', time: 0 }, [0, 0])[0])).toBe(true);
  });

  test('whatever it cannot do, with the error for bad data and no other', () => {
    const wild = fc.double({ noNaN: true, noDefaultInfinity: true });
    const points = fc.array(fc.tuple(wild, wild, wild), { minLength: 1, maxLength: 6 });
    const options = fc.constantFrom(
      {},
      { smoothing: 1e-300 },
      { smoothing: 1e300 },
      { time: 0 },
      { time: 1e308 },
      { time: 1e-320 },
    );
    const limits = fc.constantFrom('spline' as const, 'raw' as const);
    fc.assert(
      fc.property(points, limits, options, (list, limit, more) => {
        const [x, y] = [list.flatMap(([p, q]) => [p, q]), list.map(([, , value]) => value)];
        try {
          expect(typeof predictions({ x, y, law, limit, ...more }, [0.5, 1])[0]).toBe('number');
        } catch (error) {
          expect(error).toBeInstanceOf(DataError);
        }
      }),
      { numRuns: 500 },
    );
  });
});
