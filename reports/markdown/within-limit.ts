/** GitHub cuts a step's summary at 1 MiB; what goes there stays below this number of bytes. */
export const SUMMARY_BYTES = 900_000;

/**
 * Head, as many of the lines as fit, a line that says how many are left out, and foot: in UTF-8 less than `limit` bytes together,
 * if head and foot alone are.
 */
export function withinLimit(
  head: string,
  lines: readonly string[],
  foot: string,
  leftOut: (count: number) => string,
  limit = SUMMARY_BYTES,
): string {
  const size = (text: string): number => Buffer.byteLength(text) + 2;
  let room = limit - size(head) - size(foot) - size(leftOut(lines.length));
  const tooMuch = lines.findIndex((line) => (room -= size(line)) < 0);
  const fitting = tooMuch < 0 ? lines : lines.slice(0, tooMuch);
  const note = tooMuch < 0 ? [] : [leftOut(lines.length - tooMuch)];
  return [[head, ...fitting].join('\n'), ...note, ...(foot === '' ? [] : [foot])].join('\n\n');
}

/** The beginning of a text that is too long for a summary. */
export function shortened(text: string, most = 600): string {
  if (text.length <= most) return text;
  // By characters, so that none is cut in two; a character takes up to two places.
  return `${Array.from(text.slice(0, 2 * most))
    .slice(0, most - 1)
    .join('')}…`;
}
