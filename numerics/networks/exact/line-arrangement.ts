import type { Arrangement } from './arrangement.js';

/**
 * Patterns on a line. A unit is active on a final or an initial stretch of the ascending points x_0 < … < x_{M−1},
 * so there are 2M classes: 0 active nowhere, M − k (0 ≤ k < M) from x_k on, M + k (1 ≤ k < M) at the first k points.
 * All sums over classes are running sums: O(M).
 */
export function lineArrangement(x: Float64Array, [left, right]: readonly [number, number]): Arrangement {
  const points = x.length;
  const rise = right - left;
  // Each class has two walls: sign · (w x + b) / ‖(x, 1)‖ is the distance on the inner side.
  const [wallX, wallSign] = [new Float64Array(4 * points), new Float64Array(4 * points)];
  const wall = (side: number, c: number, j: number, active: boolean): void => {
    wallX[2 * c + side] = x[j];
    wallSign[2 * c + side] = (active ? 1 : -1) / Math.sqrt(1 + x[j] * x[j]);
  };
  for (let c = 0; c < 2 * points; c++) {
    const everywhere = c === points;
    if (c === 0 || everywhere) {
      wall(0, c, 0, everywhere);
      wall(1, c, points - 1, everywhere);
    } else {
      const k = Math.abs(points - c);
      wall(0, c, k - 1, c > points);
      wall(1, c, k, c < points);
    }
  }

  return {
    classes: 2 * points,
    classOf(z, at) {
      const w = z[at];
      const b = z[at + 1];
      // The points where the margin has the sign that it has at the first one form an initial stretch.
      const active = w * x[0] + b > 0;
      let low = 1;
      let high = points;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (w * x[middle] + b > 0 === active) low = middle + 1;
        else high = middle;
      }
      if (active) return low === points ? points : points + low;
      return points - low;
    },
    distance(z, at, c) {
      const w = z[at];
      const b = z[at + 1];
      const first = wallSign[2 * c] * (w * wallX[2 * c] + b);
      const second = wallSign[2 * c + 1] * (w * wallX[2 * c + 1] + b);
      return first < second ? first : second;
    },
    sumResiduals(residuals, sums) {
      let slope = 0;
      let offset = 0;
      if (left !== 0) {
        for (let j = 0; j < points; j++) {
          slope += left * residuals[j] * x[j];
          offset += left * residuals[j];
        }
      }
      sums[0] = slope;
      sums[1] = offset;
      let s = slope;
      let o = offset;
      for (let k = points - 1; k >= 0; k--) {
        s += rise * residuals[k] * x[k];
        o += rise * residuals[k];
        sums[2 * (points - k)] = s;
        sums[2 * (points - k) + 1] = o;
      }
      for (let k = 1; k < points; k++) {
        slope += rise * residuals[k - 1] * x[k - 1];
        offset += rise * residuals[k - 1];
        sums[2 * (points + k)] = slope;
        sums[2 * (points + k) + 1] = offset;
      }
    },
    sumOutputs(moments, outputs) {
      let slope = 0;
      let offset = 0;
      for (let j = points - 1; j >= 0; j--) {
        outputs[j] = rise * (slope * x[j] + offset);
        slope += moments[2 * (points + j)];
        offset += moments[2 * (points + j) + 1];
      }
      // `slope` and `offset` now hold all classes M, …, 2M − 1 (class M is active everywhere).
      let s = 0;
      let o = 0;
      for (let j = 0; j < points; j++) {
        s += moments[2 * (points - j)];
        o += moments[2 * (points - j) + 1];
        outputs[j] += rise * (s * x[j] + o);
      }
      if (left !== 0) {
        const all = slope + (s - moments[2 * points]) + moments[0];
        const allOffset = offset + (o - moments[2 * points + 1]) + moments[1];
        for (let j = 0; j < points; j++) outputs[j] += left * (all * x[j] + allOffset);
      }
    },
  };
}
