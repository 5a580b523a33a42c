import { oneLine, wellFormed } from '../format.js';
import { DISPLAY_MATH, INLINE_MATH, displayMath, portableLatex } from './math.js';

const CODE = /```[\s\S]*?```|``[^\n]*?``|`[^`\n]*`/;

const MATH_IN_TEXT = new RegExp(INLINE_MATH.source, 'g');
const MATH_IN_MARKDOWN = new RegExp(`${CODE.source}|${DISPLAY_MATH.source}|${INLINE_MATH.source}`, 'g');

/** Plain text, with mathematics between dollar signs, as one line of Markdown; valid in a table's cell too. */
export function text(plain: string): string {
  return mathParts(oneLine(plain))
    .map((part) => ('math' in part ? `$${portableLatex(part.math)}$` : escapeMarkdown(part.text)))
    .join('');
}

/** A line cut into plain text and the LaTeX between its dollar signs. */
export function mathParts(line: string): ({ readonly text: string } | { readonly math: string })[] {
  const parts: ({ text: string } | { math: string })[] = [];
  let end = 0;
  for (const match of line.matchAll(MATH_IN_TEXT)) {
    parts.push({ text: line.slice(end, match.index) }, { math: match[1] });
    end = match.index + match[0].length;
  }
  return [...parts, { text: line.slice(end) }];
}

function escapeMarkdown(literal: string): string {
  return literal
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*_[\]|~#]/g, '\\$&')
    .replaceAll('$', '<span>$</span>');
}

/** An author's Markdown, its mathematics made fit for GitHub. */
export function markdown(source: string): string {
  return wellFormed(source)
    .replaceAll(MATH_IN_MARKDOWN, (whole, display: string | undefined, inline: string | undefined) => {
      if (display !== undefined) return mendDisplay(display);
      return inline === undefined ? whole : `$${portableLatex(inline)}$`;
    })
    .trim();
}

function mendDisplay(latex: string): string {
  return /^\s*\n/.test(latex) ? displayMath(latex) : `$$${portableLatex(latex)}$$`;
}

/** An author's Markdown in a table's cell: one line, no free pipe. */
export function markdownCell(source: string): string {
  return oneLine(markdown(source)).replaceAll(/\\.|\|/g, (token) => (token === '|' ? '\\|' : token));
}
