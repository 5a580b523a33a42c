import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { streams } from '../../../numerics/random/streams.js';
import { PROFILES, type Row } from '../../../proofs-check/claim.js';
import { partFindings, PARTS, partsFigure } from '../../../proofs-check/univariate/chain-parts.js';
import { chainTotal, CONTROL } from '../../../proofs-check/univariate/chain-total.js';

const WIDTHS = [256, 1024, 4096, 16384, 65536];

/** Made-up parts, each with a slope up to width 4096 and another from there on. */
function made(seed: number, slopes: Record<string, readonly [number, number]>): Row[] {
  const random = streams(seed).stream('parts');
  return Object.entries(slopes).flatMap(([part, [early, late]]) =>
    WIDTHS.flatMap((width) =>
      Array.from({ length: 12 }, () => {
        const l = Math.log(width / 4096);
        return {
          law: 'uniform',
          part,
          width,
          error: Math.exp((l < 0 ? early : late) * l + 0.3 * random.normal()),
        };
      }),
    ),
  );
}

describe('findings about the parts of the error', () => {
  it('are made where the slopes differ, with the slopes of the evidence', () => {
    const rows = made(1, {
      [PARTS.both]: [-1.5, -1],
      [PARTS.nonlinear]: [-2, -2],
      [PARTS.hidden]: [-1.3, -1.3],
    });
    const [figure, bound] = partFindings(rows);
    expect(figure.text).toMatch(/-1\.[45]\d \[/);
    expect(figure.text).toMatch(/(-1\.0\d|-0\.9\d) \[/);
    expect(bound.text).toMatch(/(-2\.0\d|-1\.9\d) \[/);
  });

  it('are not made where the evidence does not show them', () => {
    for (let seed = 0; seed < 20; seed++) {
      const rows = made(seed, {
        [PARTS.both]: [-0.8, -1],
        [PARTS.nonlinear]: [-0.5, -0.5],
        [PARTS.hidden]: [-2, -2],
      });
      expect(partFindings(rows)).toEqual([]);
    }
    expect(partFindings([])).toEqual([]);
  });

  it('draws every part, and the line of the paper for its law', () => {
    const series = partsFigure(made(1, { [PARTS.both]: [-1, -1] })).layers.map((layer) => layer.series);
    expect(series).toContain(PARTS.both);
    expect(series).toContain('paper, Figure 6');
  });
});

it('the parts of a network add up: no sum is larger than its parts, or smaller than their difference', () => {
  const units = chainTotal.units('quick').filter(({ width }) => width === 256);
  fc.assert(
    fc.property(fc.constantFrom(...units), fc.integer(), (unit, seed) => {
      const { parts = [] } = chainTotal.measure(unit, streams(seed));
      const of = (part: string): number => Number(parts.find((row) => row.part === part)?.error);
      const [sampling, hidden, nonlinear, both, total] = Object.values(PARTS).map(of);
      for (const [sum, p, q] of [
        [both, hidden, nonlinear],
        [total, both, sampling],
      ]) {
        expect(sum).toBeLessThanOrEqual((p + q) * (1 + 1e-12));
        expect(sum).toBeGreaterThanOrEqual(Math.abs(p - q) * (1 - 1e-12));
      }
    }),
    { numRuns: 8 },
  );
});

it('the plan of every profile has the networks that controls are trained on', () => {
  for (const profile of PROFILES) {
    for (const width of CONTROL.widths) {
      const units = chainTotal
        .units(profile)
        .filter(
          (unit) => unit.law === CONTROL.law && unit.width === width && Number(unit.index) < CONTROL.runs,
        );
      expect(units.length).toBe(CONTROL.runs);
    }
  }
});
