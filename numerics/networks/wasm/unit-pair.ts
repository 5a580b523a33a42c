import type { Arithmetic } from '../../../theory/activations/arithmetic.js';
import { get, load, store, type Code } from './code.js';
import { pairBytes, UNIT } from './layout.js';
import { eachInput, inLocals, inMemory, type Index, type Vector } from './vector.js';

/** The parameters of a pair of units and the sums over the points of a batch that move them. */
export interface UnitPair {
  readonly a: string;
  readonly b: string;
  readonly w: Vector;
  /** Σ r φ′ and Σ r φ′ x */
  readonly offset: string;
  readonly push: Vector;
  /** Takes the sums' step, `gain` being Σ r φ, and stores the parameters. */
  move(gain: string): void;
}

/** Both lanes of an f64 parameter of the function. */
export const both = (code: Code, parameter: string): string => code.pure(`(f64x2.splat ${get(parameter)})`);

/** The `k`th pair of the block at `$unit`; weights and sums in locals if the number of inputs is known. */
export function unitPair(
  code: Code,
  o: Arithmetic<string, string>,
  inputs: number | undefined,
  k: number,
): UnitPair {
  const base = code.now(
    inputs === undefined
      ? `(i32.add ${get('$unit')} (i32.mul (i32.const ${k}) ${stride(inputs)}))`
      : `(i32.add ${get('$unit')} (i32.const ${k * pairBytes(inputs)}))`,
    'i32',
  );
  const stored = inMemory(code, base, UNIT.w);
  const w = inputs === undefined ? stored : inLocals(code, inputs);
  const push =
    inputs === undefined
      ? inMemory(code, `(i32.add ${get('$scratch')} (i32.mul ${get('$inputs')} (i32.const ${16 * k})))`, 0)
      : inLocals(code, inputs);
  const [a, b, offset] = [code.variable(), code.variable(), code.variable()];
  code.assign(a, load(base, UNIT.a));
  code.assign(b, load(base, UNIT.b));
  code.assign(offset, o.constant(0));
  const zero = o.constant(0);
  eachInput(code, inputs, (i) => {
    if (w !== stored) w.set(i, stored.get(i));
    push.set(i, zero);
  });

  const moved = (from: string, by: string): string => code.now(`(f64x2.sub ${from} ${by})`);
  return {
    a,
    b,
    w,
    offset,
    push,
    move(gain) {
      const rate = code.now(`(f64x2.mul ${both(code, '$hidden')} ${get(a)})`);
      eachInput(code, inputs, (i) => {
        const value = moved(w.get(i), code.now(`(f64x2.mul ${rate} ${push.get(i)})`));
        stored.set(i, value);
        if (w !== stored) w.set(i, value);
      });
      code.assign(b, moved(get(b), code.now(`(f64x2.mul ${rate} ${get(offset)})`)));
      code.assign(a, moved(get(a), code.now(`(f64x2.mul ${both(code, '$output')} ${gain})`)));
      code.line(store(base, get(b), UNIT.b));
      code.line(store(base, get(a), UNIT.a));
    },
  };
}

/** Bytes of a pair of units. */
export const stride = (inputs: number | undefined): string =>
  inputs === undefined
    ? `(i32.mul (i32.add ${get('$inputs')} (i32.const 2)) (i32.const 16))`
    : `(i32.const ${pairBytes(inputs)})`;

/** ⟨w,x⟩ + b */
export function margin(
  code: Code,
  inputs: number | undefined,
  { b, w }: UnitPair,
  x: (i: Index) => string,
): string {
  const sum = code.variable();
  code.assign(sum, get(b));
  eachInput(code, inputs, (i) => {
    code.assign(sum, `(f64x2.add ${get(sum)} (f64x2.mul ${w.get(i)} ${x(i)}))`);
  });
  return code.now(get(sum));
}
