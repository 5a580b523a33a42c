import { oneLine, wellFormed } from '../format.js';
import { displayMath, portableLatex } from './math.js';

/** Inline mathematics as GitHub reads it: no blank inside the dollars, no digit after the last one. */
const INLINE_MATH = /(?<![\\$])\$(?![\s$])((?:\\.|[^$\\\n])*?(?:\\.|[^$\\\s]))\$(?![\d$])/;
const DISPLAY_MATH = /\$\$([\s\S]+?)\$\$/;
const CODE = /```[\s\S]*?```|``[^\n]*?``|`[^`\n]*`/;

const MATH_IN_TEXT = new RegExp(INLINE_MATH.source, 'g');
const MATH_IN_MARKDOWN = new RegExp(`${CODE.source}|${DISPLAY_MATH.source}|${INLINE_MATH.source}`, 'g');

/** Plain text, with mathematics between dollar signs, as one line of Markdown; valid in a table's cell too. */
export function text(plain: string): string {
  const line = oneLine(plain);
  const parts: string[] = [];
  let end = 0;
  for (const match of line.matchAll(MATH_IN_TEXT)) {
    parts.push(escapeMarkdown(line.slice(end, match.index)), `$${portableLatex(match[1])}$`);
    end = match.index + match[0].length;
  }
  parts.push(escapeMarkdown(line.slice(end)));
  return parts.join('');
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
