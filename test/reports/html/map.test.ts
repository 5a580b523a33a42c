import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapLayout, NODE_HEIGHT } from '../../../reports/html/map-layout.js';
import { mapSvg } from '../../../reports/html/map-svg.js';
import { theoremMap } from '../../../reports/theorem-map.js';
import { claim, result } from '../made-up-run.js';
import { everyKind } from './made-up-report.js';
import { parseHtml } from './parse-html.js';

const map = theoremMap(everyKind.results);

/** Claims that use some of those before them. */
const someUses = fc
  .array(fc.array(fc.nat(30), { maxLength: 3 }), { minLength: 1, maxLength: 30 })
  .map((all) => all.map((uses, k) => uses.filter((used) => used < k)));

describe('theoremMap', () => {
  it('has every claim and every claim used, without arrows that others imply', () => {
    expect(map.nodes.map(({ id, look }) => `${id} ${look}`).toSorted()).toEqual([
      'elsewhere absent',
      'fifth toothless',
      'first supported',
      'fourth inconclusive',
      'second supported',
      'sixth supported',
      'third refuted',
    ]);
    expect(map.edges).toContainEqual({ from: 'elsewhere', to: 'third' });
    expect(map.edges).toContainEqual({ from: 'fifth', to: 'sixth' });
  });
});

describe('mapLayout', () => {
  it('puts nothing over anything else, and what is used to the left of what uses it', () => {
    fc.assert(
      fc.property(someUses, (uses) => {
        const results = uses.map((used, k) =>
          result({ claim: claim({ id: `claim-${k}`, uses: used.map((j) => `claim-${j}`) }) }),
        );
        const { nodes, edges, width, height } = mapLayout(theoremMap(results));
        for (const [k, a] of nodes.entries()) {
          expect(a.x - a.width / 2).toBeGreaterThanOrEqual(0);
          expect(a.x + a.width / 2).toBeLessThanOrEqual(width);
          expect(a.y - NODE_HEIGHT / 2).toBeGreaterThanOrEqual(0);
          expect(a.y + NODE_HEIGHT / 2).toBeLessThanOrEqual(height);
          for (const b of nodes.slice(k + 1)) {
            const apart =
              Math.abs(a.x - b.x) >= (a.width + b.width) / 2 || Math.abs(a.y - b.y) >= NODE_HEIGHT;
            expect(apart, `${a.id} and ${b.id}`).toBe(true);
          }
        }
        const at = new Map(nodes.map((node) => [node.id, node]));
        for (const { from, to, points } of edges) {
          expect(at.get(from)!.x).toBeLessThan(at.get(to)!.x);
          for (const [k, point] of points.slice(1).entries()) {
            expect(point.x, `${from} to ${to} never turns back`).toBeGreaterThanOrEqual(points[k].x - 1e-9);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is the same twice in one process', () => {
    expect(mapLayout(map)).toEqual(mapLayout(map));
  });
});

describe('mapSvg', () => {
  const document = parseHtml(`<body>${mapSvg(mapLayout(map)).source}</body>`);

  it('is a link for every claim of the run, and for no other', () => {
    const links = [...document.querySelectorAll('a.node')].map((each) => each.getAttribute('href'));
    expect(links.toSorted()).toEqual(['#fifth', '#first', '#fourth', '#second', '#sixth', '#third']);
    expect(document.querySelector('g.absent')!.textContent).toContain('elsewhere');
  });

  it('says each verdict by a shape and a sign of its own', () => {
    const drawn = (look: string): [string, string] => {
      const node = document.querySelector(`.node.${look}`)!;
      const shape = [...node.children].filter(
        ({ localName }) => localName === 'rect' || localName === 'path',
      );
      const corners = shape.map((each) => each.getAttribute('d')?.replaceAll(/[\d.]+/g, '') ?? 'rounded');
      return [corners.join(), node.querySelector('text')!.textContent[0]];
    };
    const looks = ['supported', 'refuted', 'toothless', 'absent'].map(drawn);
    expect(new Set(looks.map(([shape]) => shape)).size).toBe(looks.length);
    expect([...looks, drawn('inconclusive')].map(([, sign]) => sign)).toEqual(['✔', '✘', '!', '·', '?']);
  });
});
