import katex from 'katex';
import { Markup, html } from './markup.js';

/**
 * A formula, typeset: HTML for the eye (it looks alike in every browser, with the fonts of fonts.ts), MathML for
 * screen readers and for copying. One that KaTeX cannot read is shown as its LaTeX, as a plugin's claim may have it.
 */
export function formula(latex: string, displayMode = false): Markup {
  try {
    return new Markup(katex.renderToString(latex, { displayMode, strict: 'ignore', trust: false }));
  } catch {
    return html`<code class="unset">${latex}</code>`;
  }
}
