import { expect, it } from 'vitest';
import { streams } from '../../../numerics/random/streams.js';
import type { Measured } from '../../../proofs-check/claim.js';
import { measureRate, rateUnits } from '../../../proofs-check/multivariate/multivariate-rate-protocol.js';
import { TOLERANCE, toleranceByReach } from '../../../proofs-check/multivariate/tolerance.js';

const square = (value: number): number => value * value;
const drawn = (width: number): Measured => {
  const unit = rateUnits('quick').find(
    ({ inputs, law, width: n, index }) =>
      inputs === 2 && String(law).startsWith('sphere') && n === width && index === 0,
  );
  return measureRate(unit!, streams(5, [unit!.id]));
};
const wide = drawn(16384);

it('moves each output weight as the limit says, by place of the kink', () => {
  const rows = wide.kinks ?? [];
  const kinks = rows.reduce((sum, row) => sum + Number(row.kinks), 0);
  expect(kinks).toBe(16384);
  const size = (of: (row: (typeof rows)[number]) => number): number =>
    Math.sqrt(rows.reduce((sum, row) => sum + of(row) * of(row), 0));
  const scale = size((row) => Number(row.predicted));
  expect(size((row) => Number(row.measured) - Number(row.predicted)) / scale).toBeLessThan(0.15);
  // The mirrored kink is on the other side of the data: another prediction altogether.
  const mirrored = new Map(
    rows.map((row) => [Number(row.offset).toFixed(6) + Number(row.angle).toFixed(6), row]),
  );
  const gap = size((row) => {
    const other = mirrored.get((-Number(row.offset)).toFixed(6) + Number(row.angle).toFixed(6));
    return Number(row.measured) - Number(other?.predicted ?? 0);
  });
  expect(gap / scale).toBeGreaterThan(0.5);
});

it('draws a wide network nearer to the prediction than a narrow one, and both nearer than r² log r at large n', () => {
  const gap = ({ contours = [] }: Measured, column: string): number =>
    Math.sqrt(
      contours
        .filter((row) => Math.hypot(Number(row.x), Number(row.y)) <= 0.95)
        .reduce((sum, row) => sum + square(Number(row[column]) - Number(row.prediction)), 0),
    );
  expect(gap(wide, 'network')).toBeLessThan(gap(drawn(256), 'network') / 2);
  expect(gap(wide, 'network')).toBeLessThan(gap(wide, 'thin-plate') / 2);
});

it('is strict only where the widths reach far enough', () => {
  expect(toleranceByReach([{ width: 256 }, { width: 65536 }], 65536)).toBe(TOLERANCE.narrow);
  expect(toleranceByReach([{ width: 256 }, { width: 16384 }], 65536)).toBe(TOLERANCE.wide);
});
