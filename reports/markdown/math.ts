/** Inline mathematics as GitHub reads it: no blank inside the dollars, no digit after the last one. */
export const INLINE_MATH = /(?<![\\$])\$(?![\s$])((?:\\.|[^$\\\n])*?(?:\\.|[^$\\\s]))\$(?![\d$])/;
export const DISPLAY_MATH = /\$\$([\s\S]+?)\$\$/;

const REWRITES: Readonly<Record<string, string>> = {
  '\\{': '\\lbrace ',
  '\\}': '\\rbrace ',
  '\\|': '\\Vert ',
  '\\,': '\\mkern3mu ',
  '\\:': '\\mkern4mu ',
  '\\>': '\\mkern4mu ',
  '\\;': '\\mkern5mu ',
  '\\ ': '\\mkern6mu ',
  '\\\n': '\\mkern6mu ',
  '\\!': '\\negthinspace ',
  '|': '\\vert ',
  '*': '\\ast ',
  '<': '\\lt ',
  '>': '\\gt ',
};

/** Starred names, commands, line breaks with their optional length, escaped signs, signs that Markdown reads. */
const TOKEN =
  /\\(?:begin|end)\{[A-Za-z]+\*\}|\\(?:operatorname|hspace|tag)\*|\\[A-Za-z]+|\\\\\s*(?:\[[^\]]*\])?|\\[^A-Za-z]|[|*<>]/g;

/**
 * LaTeX that survives GitHub's Markdown, which strips the backslash from `\{`, `\,`, `\\` and the like before
 * the mathematics is read (github/markup#1746), takes `|` for a table's border and `*` for emphasis.
 */
export function portableLatex(latex: string): string {
  return latex
    .replaceAll(TOKEN, (token) => (token.startsWith('\\\\') ? '\\cr ' : (REWRITES[token] ?? token)))
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** A display formula as a block of its own. */
export function displayMath(latex: string): string {
  return `$$\n${portableLatex(latex)}\n$$`;
}
