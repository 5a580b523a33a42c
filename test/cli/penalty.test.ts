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
});
