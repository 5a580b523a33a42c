import { describe, expect, it } from 'vitest';
import { streams } from '../../../numerics/random/streams.js';
import type { Row } from '../../../proofs-check/claim.js';
import { totalFigures, totalFindings } from '../../../proofs-check/univariate/scaled-totals.js';
import { targetScale } from '../../../proofs-check/univariate/target-scale.js';

/** Made-up totals under the uniform law with a slope for each scale. */
function made(slopes: Record<string, number>): Row[] {
  const random = streams(3).stream('totals');
  return Object.entries(slopes).flatMap(([scale, slope]) =>
    [128, 1024, 8192].flatMap((width) =>
      Array.from({ length: 12 }, () => ({
        group: `uniform, targets times ${scale}`,
        width,
        error: Math.exp(slope * Math.log(width) + 0.3 * random.normal()),
      })),
    ),
  );
}

describe('total errors at several scales of the targets', () => {
  it('are measured for every network of the full plan, relative to the scale', () => {
    const unit = targetScale.units('full').find((each) => 'scale' in each);
    const { totals = [] } = targetScale.measure(unit!, streams(1));
    expect(totals.map((row) => row.group)).toEqual([
      'uniform, targets times 4',
      'uniform, targets times 1',
      'uniform, targets times 0.1',
    ]);
    const errors = totals.map((row) => Number(row.error));
    expect(Math.max(...errors)).toBeLessThan(10 * Math.min(...errors));
    expect(totalFigures({ totals: [] }, 0.01)).toEqual([]);
  });

  it('are a finding where large targets steepen the slope, with the measured slopes', () => {
    const [finding] = totalFindings({ totals: made({ 4: -0.7, 1: -0.55, 0.1: -0.5 }) });
    expect(finding.text).toMatch(/-0\.(6[5-9]|7[0-5]) \[.*times 4/);
    expect(finding.text).toMatch(/-0\.(4[5-9]|5[0-5]) \[.*times 0\.1/);
    expect(totalFindings({ totals: made({ 4: -0.5, 1: -0.5, 0.1: -0.5 }) })).toEqual([]);
    expect(totalFindings({})).toEqual([]);
  });
});
