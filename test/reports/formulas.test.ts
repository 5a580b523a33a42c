import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import katex from 'katex';
import { describe, expect, it } from 'vitest';

const SAMPLE = join(import.meta.dirname, '../../reports/sample');
const pages = readdirSync(SAMPLE).filter((name) => name.endsWith('.md'));

/** Formulas of a page as GitHub finds them: $$…$$ on lines of their own, $…$ within a line; code is none. */
function formulas(markdown: string): { text: string; displayMode: boolean }[] {
  const prose = markdown.replace(/```[^]*?```/g, '').replace(/`[^`\n]*`/g, '');
  const display = [...prose.matchAll(/^\$\$\n([^]*?)\n\$\$$/gm)].map(([, text]) => ({
    text,
    displayMode: true,
  }));
  const rest = prose.replace(/^\$\$\n[^]*?\n\$\$$/gm, '');
  return [
    ...display,
    ...[...rest.matchAll(/\$([^$\n]+)\$/g)].map(([, text]) => ({ text, displayMode: false })),
  ];
}

describe('formulas of the sample report', () => {
  it.each(pages)('%s: every formula is set without an error', (name) => {
    for (const { text, displayMode } of formulas(readFileSync(join(SAMPLE, name), 'utf8'))) {
      expect(
        () => katex.renderToString(text, { displayMode, throwOnError: true, strict: 'error' }),
        text,
      ).not.toThrow();
    }
  });

  it('are many, and a broken one is caught', () => {
    const all = pages.flatMap((name) => formulas(readFileSync(join(SAMPLE, name), 'utf8')));
    expect(all.length).toBeGreaterThan(100);
    expect(() => katex.renderToString('\\frac{1}{', { throwOnError: true })).toThrow();
  });
});
