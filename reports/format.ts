/** A count in words: "1 unit", "3 units". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/**
 * A number for readers: whole numbers below a million in full, others to `digits` significant digits.
 * @throws RangeError on NaN, which no report may print as a measurement.
 */
export function significant(value: number, digits = 4): string {
  if (Number.isNaN(value)) {
    throw new RangeError('significant: got NaN, expected a number; mend the computation that produced it');
  }
  if (Number.isInteger(value) && Math.abs(value) < 1e6) return `${value === 0 ? 0 : value}`;
  const rounded = Number(value.toPrecision(digits));
  if (!Number.isFinite(rounded)) return rounded > 0 ? '∞' : '-∞';
  const size = Math.abs(rounded);
  return size > 0 && (size < 1e-3 || size >= 1e6) ? rounded.toExponential().replace('+', '') : `${rounded}`;
}

/** A closed interval: "[-0.52, -0.47]". */
export function interval([low, high]: readonly [number, number], digits = 4): string {
  return `[${significant(low, digits)}, ${significant(high, digits)}]`;
}

/** Text that UTF-8 and XML 1.0 can hold: stray surrogates and forbidden control characters become U+FFFD. */
export function wellFormed(text: string): string {
  return text.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, '\uFFFD');
}

/** One line: every run of white space, line breaks included, becomes one space. */
export function oneLine(text: string): string {
  return wellFormed(text).replaceAll(/\s+/g, ' ').trim();
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in XML and HTML, in content and in attributes. */
export function escapeXml(text: string): string {
  return wellFormed(text).replaceAll(/[&<>"']/g, (character) => ENTITIES[character]);
}
