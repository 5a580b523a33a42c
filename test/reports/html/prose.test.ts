import { describe, expect, it } from 'vitest';
import { claims } from '../../../proofs-check/registry.js';
import { type Part, html } from '../../../reports/html/markup.js';
import { blocks, inline, prose } from '../../../reports/html/prose.js';

const source = (part: Part): string => html`${part}`.source;
const unset = 'class="unset"';

describe('formulas of all claims', () => {
  it.each(claims)(
    '$id: every one is typeset',
    ({ statement, protocol, assumptions, source: paper, title }) => {
      const texts = [blocks(statement), blocks(protocol), inline(paper), prose(title)];
      const all = source([...texts, ...assumptions.map((each) => inline(each.statement))]);
      expect(all).not.toContain(unset);
      expect(all.replaceAll(/<annotation[^]*?<\/annotation>/g, '')).not.toMatch(/\$[^$]*\\[a-z]/);
    },
  );

  it('are many, and one that cannot be read is shown as it is', () => {
    const all = source(claims.map(({ statement }) => blocks(statement)));
    expect(all.match(/class="katex"/g)!.length).toBeGreaterThan(200);
    expect(source(prose('broken: $\\frac{1}{<b>$'))).toContain(`<code ${unset}>\\frac{1}{&lt;b&gt;</code>`);
  });
});

describe("an author's Markdown", () => {
  it('has emphasis, code, links, lists and tables', () => {
    const text = source(
      blocks('*a* `b` [c](https://example.org)\n\n- d\n\n| e | f |\n| --- | --- |\n| $|g|$ | h |'),
    );
    for (const tag of ['<em>a</em>', '<code>b</code>', '<li>d</li>', '<th>e</th>', '<td>h</td>']) {
      expect(text).toContain(tag);
    }
    expect(text).toContain('<a href="https://example.org">c</a>');
    expect(text.match(/<td>/g)!.length).toBe(2);
  });

  it('loads no picture, holds no HTML and runs nothing', () => {
    const text = source(
      blocks('![x](https://example.org/x.png) <img src=x onerror=y> [z](javascript:alert(1))'),
    );
    expect(text).not.toMatch(/<img|href="javascript/);
  });

  it('has display formulas, whose lines are no headings', () => {
    const text = source(blocks('so\n\n$$\na\n= b\n$$\n\nholds'));
    expect(text).toContain('katex-display');
    expect(text).not.toContain('<h');
  });
});

describe('prose', () => {
  it('escapes all but formulas', () => {
    expect(source(prose('a < b & "c" *d* _e_'))).toBe('a &lt; b &amp; &quot;c&quot; *d* _e_');
    expect(source(prose('costs 5 $ or 6 $'))).toBe('costs 5 $ or 6 $');
    expect(source(prose('the $x<1$ case'))).toContain('class="katex"');
  });
});
