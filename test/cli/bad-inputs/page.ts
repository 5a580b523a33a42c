import { oneLine } from '../../../reports/format.js';
import type { Answer } from '../command.js';

/** A case as a process of its own answered it. */
export interface Driven extends Answer {
  readonly kind: string;
  readonly args: readonly string[];
  /** By the clock. */
  readonly seconds: number;
  /** User and system time. */
  readonly processor: number;
}

const LONGEST = 160;

/** The cases as a page in Markdown: input, exit code, seconds and message, and the slowest one. */
export function casesPage(driven: readonly Driven[], date = new Date()): string {
  const kinds = [...new Set(driven.map(({ kind }) => kind))];
  const slowest = driven.reduce((worst, each) => (each.seconds > worst.seconds ? each : worst));
  const sections = kinds.map((kind) => {
    const rows = driven.filter((each) => each.kind === kind).map(row);
    return [
      `## ${kind}`,
      '',
      '| Arguments | Exit | Seconds | of processor | Message |',
      '| --- | --- | --- | --- | --- |',
      ...rows,
    ].join('\n');
  });
  return [
    '# Bad input',
    '',
    `${driven.length} command lines with bad input, each in a process of its own: one line on standard error, nothing on ` +
      'standard output, and no file written or changed in the working folder. Written by `npm run bad-inputs` on ' +
      `${date.toISOString().slice(0, 10)}, Node ${process.version}; slowest: ${slowest.seconds.toFixed(2)} s ` +
      `(${inCode(commandOf(slowest.args))}), or ${Math.max(...driven.map((each) => each.processor)).toFixed(2)} s of processor time.`,
    '',
    sections.join('\n\n'),
    '',
  ].join('\n');
}

function row({ args, code, seconds, processor, err }: Driven): string {
  const message = err.replace(/^theorem-check: /, '');
  return `| ${inCode(commandOf(args))} | ${code} | ${seconds.toFixed(2)} | ${processor.toFixed(2)} | ${inCode(message)} |`;
}

const commandOf = (args: readonly string[]): string =>
  args
    .map((arg) => (/^[\w./=,:-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", String.raw`'\''`)}'`))
    .join(' ') || '(none)';

/** Shortened, in backticks, fit for a table. */
function inCode(text: string): string {
  const line = oneLine(text);
  const short = line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
  return `\`\` ${short.replaceAll('|', String.raw`\|`)} \`\``;
}
