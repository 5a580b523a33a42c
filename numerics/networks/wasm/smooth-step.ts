import type { Formula } from '../../../theory/activations/activation.js';
import { get, load, spread, store, type Code } from './code.js';
import { BLOCK, NUMBER, PAIR, SLOT, SMOOTH_ROW, smoothRowBytes } from './layout.js';
import { pairs } from './pairs.js';
import { margin, stride, unitPair, type UnitPair } from './unit-pair.js';
import { eachInput, spreadFrom } from './vector.js';

/**
 * A step for any activation. φ and φ′ at a point are computed once, when its output is, and kept for the step in
 * which its residual counts; `$refresh` computes them anew for the batch (a cache of stride 0 keeps one pair's).
 */
export function smoothStep(code: Code, inputs: number | undefined, { value, derivative }: Formula): void {
  const o = pairs(code);
  const bytes =
    inputs === undefined
      ? `(i32.add (i32.const ${SMOOTH_ROW.x}) (i32.mul ${get('$inputs')} (i32.const ${NUMBER})))`
      : `(i32.const ${smoothRowBytes(inputs)})`;
  const rowBytes = code.now(bytes, 'i32');
  const blockBytes = code.now(`(i32.mul (i32.const ${BLOCK}) ${stride(inputs)})`, 'i32');
  const [at, lane] = [code.variable('i32'), code.variable('i32')];
  const x = spreadFrom(code, get(at), SMOOTH_ROW.x, NUMBER);
  const slot = (): string =>
    code.now(`(i32.add ${get('$cache')} (i32.load offset=${SMOOTH_ROW.slot} ${get(at)}))`, 'i32');

  /** φ of each pair at the present point; it and φ′ go into the cache. */
  const evaluate = (block: readonly UnitPair[]): string[] => {
    const place = slot();
    const both = block.map((unit) => {
      const z = margin(code, inputs, unit, x);
      return [value(o, z), derivative(o, z)];
    });
    both.forEach(([phi, slope], k) => {
      code.line(store(place, phi, k * SLOT));
      code.line(store(place, slope, k * SLOT + PAIR));
    });
    return both.map(([phi]) => phi);
  };

  code.loop('$unit', blockBytes, get('$unitEnd'), () => {
    const block = Array.from({ length: BLOCK }, (_, k) => unitPair(code, o, inputs, k));
    code.when(get('$refresh'), () => {
      code.assign(at, get('$batch'));
      code.loop(at, rowBytes, get('$batchEnd'), () => void evaluate(block));
    });

    const gains = block.map(() => code.variable());
    for (const gain of gains) code.assign(gain, o.constant(0));
    code.assign(at, get('$batch'));
    code.loop(at, rowBytes, get('$batchEnd'), () => {
      const residual = code.now(spread(get(at), SMOOTH_ROW.residual));
      const place = slot();
      block.forEach(({ offset, push }, k) => {
        const product = `(f64x2.mul ${residual} ${load(place, k * SLOT)})`;
        code.assign(gains[k], `(f64x2.add ${get(gains[k])} ${product})`);
        const pull = code.now(`(f64x2.mul ${residual} ${load(place, k * SLOT + PAIR)})`);
        code.assign(offset, `(f64x2.add ${get(offset)} ${pull})`);
        eachInput(code, inputs, (i) => push.set(i, o.add(push.get(i), o.mul(pull, x(i)))));
      });
    });
    block.forEach((unit, k) => unit.move(get(gains[k])));

    code.assign(at, get('$next'));
    code.assign(lane, get('$lanes'));
    code.loop(at, rowBytes, get('$nextEnd'), () => {
      let sum = code.now(load(get(lane)));
      evaluate(block).forEach((phi, k) => {
        sum = o.add(sum, o.mul(code.now(get(block[k].a)), phi));
      });
      code.line(store(get(lane), sum));
      code.assign(lane, `(i32.add ${get(lane)} (i32.const ${PAIR}))`);
    });
    code.assign('$cache', `(i32.add ${get('$cache')} ${get('$cacheStride')})`);
  });
}
