import MarkdownIt from 'markdown-it';
import { oneLine } from '../format.js';
import { INLINE_MATH, DISPLAY_MATH } from '../markdown/math.js';
import { markdown, mathParts } from '../markdown/text.js';
import { formula } from './formula.js';
import { html, Markup, type Part } from './markup.js';

/** Plain text with mathematics between dollar signs, on one line. */
export function prose(plain: string): Part {
  return mathParts(oneLine(plain)).map((part) => ('math' in part ? formula(part.math) : unbroken(part.text)));
}

/** Browsers break a line within 1.5e-6, after the hyphen. */
function unbroken(text: string): Part {
  return text
    .split(/(\d[\d.]*e-\d+)/)
    .map((part, k) => (k % 2 === 1 ? html`<span class="number">${part}</span>` : part));
}

const FORMULA = new RegExp(`${DISPLAY_MATH.source}|${INLINE_MATH.source}`, 'y');

// No HTML of an author's and no picture from elsewhere: the report loads nothing.
const reader = new MarkdownIt({ html: false, linkify: false }).disable('image');
reader.inline.ruler.before('escape', 'formula', (state, silent) => {
  FORMULA.lastIndex = state.pos;
  const match = FORMULA.exec(state.src);
  if (match === null) return false;
  if (!silent) state.push('formula', '', 0).content = match[0];
  state.pos += match[0].length;
  return true;
});
reader.renderer.rules['formula'] = (tokens, k) => {
  const { content } = tokens[k];
  const display = content.startsWith('$$');
  return formula(display ? content.slice(2, -2) : content.slice(1, -1), display).source;
};

/** An author's Markdown as blocks. Its formulas are read in the same portable form as on GitHub. */
export function blocks(source: string): Markup {
  return new Markup(reader.render(markdown(source)));
}

/** An author's Markdown within a line. */
export function inline(source: string): Markup {
  return new Markup(reader.renderInline(oneLine(markdown(source))));
}
