/** base^exponent for an integer exponent ≥ 0, by multiplication: the same bits on every machine. */
export function integerPower(base: number, exponent: number): number {
  let product = 1;
  for (let factor = 0; factor < exponent; factor++) product *= base;
  return product;
}
