import type { Arithmetic } from '../../../theory/activations/arithmetic.js';
import type { Code } from './code.js';

/** Formulas as WebAssembly text on pairs of numbers; the same bits in either lane as `numbers` gives. */
export function pairs(code: Code): Arithmetic<string, string> {
  const of =
    (operation: string) =>
    (...operands: string[]): string =>
      code.pure(`(${operation} ${operands.join(' ')})`);
  const shift = of('i64x2.shl');
  const [and, either, select] = [of('v128.and'), of('v128.or'), of('v128.bitselect')];
  return {
    constant: (value) => code.constant(value),
    add: of('f64x2.add'),
    sub: of('f64x2.sub'),
    mul: of('f64x2.mul'),
    div: of('f64x2.div'),
    neg: of('f64x2.neg'),
    abs: of('f64x2.abs'),
    withSign: (size, sign) => either(size, and(sign, code.constant(-0))),
    larger: of('f64x2.pmax'),
    smaller: of('f64x2.pmin'),
    less: of('f64x2.lt'),
    select: (condition, yes, no) => select(yes, no, condition),
    // The exponent field is the low end of the significand of EXPONENT + k, moved up by its own width.
    powerOfTwo: (shifted) => shift(shifted, '(i32.const 52)'),
  };
}
