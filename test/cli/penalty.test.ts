import { describe, expect, test } from 'vitest';
import { theoremCheck } from './command.js';

describe('penalty', () => {
  test.each([['--at=-1,0,2'], ['--at', '-1,0,2']])(
    'prints exactly init, x and zeta as JSON (%j %j)',
    (...at) => {
      const init = 'gaussian(sigmaB=2)';
      const { code, out, err } = theoremCheck('penalty', '--init', init, ...at);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      const answer = JSON.parse(out) as { init: string; x: number[]; zeta: number[] };
      expect(Object.keys(answer)).toEqual(['init', 'x', 'zeta']);
      expect(answer.init).toBe(init);
      expect(answer.x).toEqual([-1, 0, 2]);
      // 2σ_W³σ_B³ / (π(σ_B² + σ_W²x²)²) at σ_W = 1, σ_B = 2, in a handful of roundings
      [1, 0, 4].forEach((square, j) => {
        const expected = 16 / (Math.PI * (4 + square) * (4 + square));
        expect(Math.abs(answer.zeta[j] - expected)).toBeLessThan(16 * Number.EPSILON * expected);
      });
    },
  );

  test('is 0 outside the support', () => {
    const { out } = theoremCheck('penalty', '--init', 'binary-uniform(aB=2)', '--at=-3,0,3');
    expect(JSON.parse(out)).toMatchObject({ zeta: [0, 0.25, 0] });
  });

  test('in several inputs, ζ(V, c) per unit surface measure', () => {
    const init = 'sphere-uniform(aB=2)';
    const { code, out, err } = theoremCheck('penalty', '--init', init, '--inputs', '3', '--at=-3,0,1.5');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const answer = JSON.parse(out) as { zeta: number[] };
    expect(answer).toMatchObject({ init, inputs: 3, x: [-3, 0, 1.5] });
    // 1/(2 a_B · 4π)
    const inside = 1 / (16 * Math.PI);
    [0, inside, inside].forEach((value, k) => expect(answer.zeta[k]).toBeCloseTo(value, 15));
  });

  test('a direction of any length is normalised', () => {
    const init = ['penalty', '--init', 'uniform(aW=1,aB=2)', '--inputs', '2', '--at=0'];
    const zetas = ['3e200,-3e200', '-1e-200,1e-200'].map((direction) => {
      const answer = JSON.parse(theoremCheck(...init, `--direction=${direction}`).out) as {
        direction: number[];
        zeta: number[];
      };
      expect(Math.hypot(...answer.direction)).toBeCloseTo(1, 14);
      return answer.zeta[0];
    });
    // a_W³/(40 a_B v⁵) at v = 1/√2
    zetas.forEach((zeta) => expect(zeta).toBeCloseTo(Math.SQRT2 / 20, 14));
  });

  test('laws that do not depend on the direction take one or none', () => {
    const init = ['penalty', '--init', 'gaussian', '--inputs', '2', '--at=0,1'];
    const [one, none] = [theoremCheck(...init, '--direction=1,1'), theoremCheck(...init)].map(
      ({ out }) => (JSON.parse(out) as { zeta: number[] }).zeta,
    );
    expect(one).toEqual(none);
  });
});

describe('derive', () => {
  test.each([
    ['relu', 'u^{4}', 4],
    ['relu-power(k=2)', 'u^{6}', 6],
  ])('in two inputs, for %s', (activation, integrand) => {
    const { code, out, err } = theoremCheck(
      'derive',
      '--init',
      'uniform',
      '--inputs',
      '2',
      '--activation',
      activation,
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`\\int_0^\\infty ${integrand}`);
    expect(out).toContain('\\lVert V\\rVert_\\infty');
    expect(out).not.toMatch(/rejected|abstained|cannot go on/);
  });
});
