import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { ROOT } from '../cli/command.js';

export interface Document {
  /** From the root of the repository. */
  readonly path: string;
  readonly folder: string;
  readonly text: string;
}

const SKIPPED = /^(node_modules|dist|theorem-report|coverage|\..*)$/;

/** All Markdown of the repository but the sample report, which is written and tested as a whole. */
export function documents(folder = ROOT): Document[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !SKIPPED.test(name) && join(folder, name) !== join(ROOT, 'reports/sample'))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return documents(path);
      return entry.name.endsWith('.md') ? [document(relative(ROOT, path))] : [];
    });
}

export function document(path: string): Document {
  return { path, folder: dirname(path), text: readFileSync(join(ROOT, path), 'utf8') };
}

const FENCED = /^```.*$[^]*?^```$/gm;
const CODE = /`[^`\n]+`/g;

/** The text without its code. */
export const prose = ({ text }: Document): string => text.replaceAll(FENCED, '').replaceAll(CODE, '');

/** What stands in inline code. */
export const inlineCode = ({ text }: Document): string[] =>
  [...text.replaceAll(FENCED, '').matchAll(CODE)].map(([code]) => code.slice(1, -1));

/** A line of a shell block, and the exit code that a comment at its end announces. */
export interface Command {
  readonly line: string;
  readonly code: number;
}

/** The commands in the ```sh blocks of a document, in their order; lines that end in a backslash are joined. */
export function commands({ text }: Document): Command[] {
  const blocks = [...text.matchAll(/^```sh\n([^]*?)^```$/gm)].map(([, block]) => block);
  return blocks
    .flatMap((block) => block.replaceAll(/\\\n\s*/g, '').split('\n'))
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ line, code: Number(/# exit (\d+)$/.exec(line)?.[1] ?? 0) }));
}
