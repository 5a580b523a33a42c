/**
 * A Markdown table. Cells are Markdown already, on one line and with their pipes escaped; an empty one shows
 * a dash.
 */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((each) => each || '–').join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}
