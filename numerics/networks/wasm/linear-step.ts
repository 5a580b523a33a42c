import { get, load, spread, store, type Code } from './code.js';
import { BLOCK, linearRow, linearRowBytes, NUMBER, PAIR } from './layout.js';
import { pairs } from './pairs.js';
import { margin, stride, unitPair } from './unit-pair.js';
import { eachInput, spreadFrom, type Index } from './vector.js';

/**
 * A step for activations that are linear on either side of 0: φ′ picks one of two numbers made ready for each
 * point, and Σ r φ = ⟨w, Σ r φ′ x⟩ + b Σ r φ′. With one side the slopes are 0 and 1.
 */
export function linearStep(code: Code, inputs: number | undefined, sides: 1 | 2, left?: string): void {
  const o = pairs(code);
  const row = linearRow(sides);
  const bytes =
    inputs === undefined
      ? `(i32.add (i32.const ${row.x}) (i32.mul ${get('$inputs')} (i32.const ${row.perInput})))`
      : `(i32.const ${linearRowBytes(inputs, sides)})`;
  const rowBytes = code.now(bytes, 'i32');
  const blockBytes = code.now(`(i32.mul (i32.const ${BLOCK}) ${stride(inputs)})`, 'i32');
  const zero = o.constant(0);
  const [at, lane] = [code.variable('i32'), code.variable('i32')];

  code.loop('$unit', blockBytes, get('$unitEnd'), () => {
    const block = Array.from({ length: BLOCK }, (_, k) => unitPair(code, o, inputs, k));
    const x = spreadFrom(code, get(at), row.x, row.perInput);
    /** The number for the side of each lane, of those for the right and left that lie at the given place. */
    const sided = (right: boolean, on: string, chosen: (side: number) => string): string =>
      right ? code.now(`(v128.and ${chosen(0)} ${on})`) : o.select(on, chosen(0), chosen(1));

    code.assign(at, get('$batch'));
    code.loop(at, rowBytes, get('$batchEnd'), () => {
      const residuals = Array.from({ length: sides }, (_, side) => code.now(spread(get(at), side * NUMBER)));
      const on = block.map((unit) => o.less(zero, margin(code, inputs, unit, x)));
      block.forEach(({ offset }, k) => {
        code.assign(offset, `(f64x2.add ${get(offset)} ${sided(sides === 1, on[k], (s) => residuals[s])})`);
      });
      eachInput(code, inputs, (i: Index) => {
        const products = Array.from({ length: sides }, (_, side) =>
          spreadFrom(code, get(at), row.x + (1 + side) * NUMBER, row.perInput)(i),
        );
        block.forEach(({ push }, k) => {
          push.set(
            i,
            o.add(
              push.get(i),
              sided(sides === 1, on[k], (s) => products[s]),
            ),
          );
        });
      });
    });

    for (const unit of block) {
      const gain = code.variable();
      code.assign(gain, o.mul(code.now(get(unit.b)), code.now(get(unit.offset))));
      eachInput(code, inputs, (i) => {
        code.assign(gain, `(f64x2.add ${get(gain)} (f64x2.mul ${unit.w.get(i)} ${unit.push.get(i)}))`);
      });
      unit.move(get(gain));
    }

    code.assign(at, get('$next'));
    code.assign(lane, get('$lanes'));
    code.loop(at, rowBytes, get('$nextEnd'), () => {
      let sum = code.now(load(get(lane)));
      for (const unit of block) {
        const z = margin(code, inputs, unit, x);
        const value =
          left === undefined ? o.larger(zero, z) : o.select(o.less(zero, z), z, o.mul(code.pure(left), z));
        sum = o.add(sum, o.mul(code.now(get(unit.a)), value));
      }
      code.line(store(get(lane), sum));
      code.assign(lane, `(i32.add ${get(lane)} (i32.const ${PAIR}))`);
    });
  });
}
