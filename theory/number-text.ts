// No two parts can match the same digits: then a text is refused in linear time, however long.
const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/** The finite number that a text is, such as -1.5 or 2e-3; NaN for any other text (blanks, hexadecimal, 1e999, …). */
export function numberIn(text: string): number {
  const value = NUMBER.test(text) ? Number(text) : NaN;
  return Number.isFinite(value) ? value : NaN;
}
