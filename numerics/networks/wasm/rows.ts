import { BLOCK, linearRow, linearRowBytes, NUMBER, SLOT, SMOOTH_ROW, smoothRowBytes } from './layout.js';

/** How a point of a batch is written down for a kernel. */
export interface Rows {
  readonly bytes: number;
  /** Bytes of the cache for a block of units at a point. */
  readonly slotBytes: number;
  /** Writes point `j` with residual `r` at a place in memory. */
  write(table: DataView, at: number, j: number, r: number): void;
}

/** Rows for piecewise linear activations with the given slopes; `x` are points × inputs. */
export function linearRows(x: Float64Array, inputs: number, [left, right]: readonly [number, number]): Rows {
  const sides = left === 0 ? 1 : 2;
  const row = linearRow(sides);
  const slopes = [right, left].slice(0, sides);
  return {
    bytes: linearRowBytes(inputs, sides),
    slotBytes: 0,
    write(table, at, j, r) {
      for (let side = 0; side < sides; side++) {
        const pull = r * slopes[side];
        table.setFloat64(at + side * NUMBER, pull, true);
        for (let i = 0; i < inputs; i++) {
          const place = at + row.x + i * row.perInput;
          const xi = x[j * inputs + i];
          table.setFloat64(place, xi, true);
          table.setFloat64(place + (1 + side) * NUMBER, pull * xi, true);
        }
      }
    },
  };
}

/** Rows for any other activation. */
export function smoothRows(x: Float64Array, inputs: number): Rows {
  return {
    bytes: smoothRowBytes(inputs),
    slotBytes: BLOCK * SLOT,
    write(table, at, j, r) {
      table.setFloat64(at + SMOOTH_ROW.residual, r, true);
      table.setInt32(at + SMOOTH_ROW.slot, j * BLOCK * SLOT, true);
      for (let i = 0; i < inputs; i++)
        table.setFloat64(at + SMOOTH_ROW.x + i * NUMBER, x[j * inputs + i], true);
    },
  };
}
