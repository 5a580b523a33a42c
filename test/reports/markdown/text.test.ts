import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { table } from '../../../reports/markdown/table.js';
import { markdown, markdownCell, text } from '../../../reports/markdown/text.js';
import { nastyText } from '../made-up-run.js';

/** Cells of a table's line, as GitHub's Markdown splits it: at every pipe without a backslash before it. */
const cellsOf = (line: string): string[] => line.split(/(?<!\\)\|/).slice(1, -1);

describe('text', () => {
  it.each([
    ['a_b*c', 'a\\_b\\*c'],
    ['<b> & c', '&lt;b&gt; &amp; c'],
    ['see [x](y)', 'see \\[x\\](y)'],
    ['of $|x|$ and $\\{y\\}$', 'of $\\vert x\\vert$ and $\\lbrace y\\rbrace$'],
    ['costs $5 and $6', 'costs <span>$</span>5 and <span>$</span>6'],
    ['two\nlines', 'two lines'],
  ])('turns %j into %j', (plain, expected) => {
    expect(text(plain)).toBe(expected);
  });

  it('never breaks a table, opens no tag and no link', () => {
    fc.assert(
      fc.property(nastyText, nastyText, (a, b) => {
        const lines = table(['A', 'B'], [[text(a), markdownCell(b)]]).split('\n');
        expect(lines).toHaveLength(3);
        expect(lines.map((line) => cellsOf(line).length)).toEqual([2, 2, 2]);
        expect(text(a).replaceAll('<span>$</span>', '')).not.toMatch(/[<>]/);
        expect(text(a).replaceAll(/\$[^$]*\$/g, '')).not.toMatch(/(?<!\\)[[\]`]/);
      }),
    );
  });
});

describe('markdown', () => {
  it('mends mathematics and leaves the rest alone', () => {
    expect(markdown('**Bold** $\\{x\\}$ and `$code|$`\n\n$$\n\\|x\\|\n$$\n')).toBe(
      '**Bold** $\\lbrace x\\rbrace$ and `$code|$`\n\n$$\n\\Vert x\\Vert\n$$',
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(nastyText, (source) => {
        expect(markdown(markdown(source))).toBe(markdown(source));
      }),
    );
  });

  it('fits into a cell', () => {
    expect(markdownCell('a | b\n`c|d` \\| $|x|$')).toBe('a \\| b `c\\|d` \\| $\\vert x\\vert$');
  });
});

describe('table', () => {
  it('shows empty cells as a dash', () => {
    expect(table(['a', 'b'], [['', 'x']])).toBe('| a | b |\n| --- | --- |\n| – | x |');
  });
});
