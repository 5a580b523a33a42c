import { describe, expect, it } from 'vitest';
import { claimGraph } from '../../../reports/markdown/mermaid.js';
import { claim, decision, result } from '../made-up-run.js';

describe('claimGraph', () => {
  const graph = claimGraph([
    result({ claim: claim({ id: 'end' }) }),
    result({ claim: claim({ id: 'T2', uses: ['end', 'T0'] }), decision: decision('refuted') }),
    result({ claim: claim({ id: 'T3', uses: ['end', 'T2'] }), decision: decision('inconclusive') }),
    result({ claim: claim({ id: 'T4' }), toothless: true }),
  ]);

  it('gives each verdict a shape of its own', () => {
    expect(graph).toContain('c0(["end<br/>✔ supported"]):::supported');
    expect(graph).toContain('c1{{"T2<br/>✘ refuted"}}:::refuted');
    expect(graph).toContain('c2["T0<br/>not in this run"]:::absent');
    expect(graph).toContain('c3[/"T3<br/>? inconclusive"/]:::inconclusive');
    expect(graph).toContain('c4[["T4<br/>✔ supported, toothless"]]:::toothless');
  });

  it('leads from what is used to what uses it, without arrows that others imply', () => {
    const edges = Array.from(graph.matchAll(/(c\d) --> (c\d)/g), ([, from, to]) => [from, to]);
    expect(edges).toEqual([
      ['c0', 'c1'],
      ['c2', 'c1'],
      ['c1', 'c3'],
    ]);
  });

  it('defines every class that it uses', () => {
    const used = new Set(Array.from(graph.matchAll(/:::(\w+)/g), ([, name]) => name));
    const defined = new Set(Array.from(graph.matchAll(/classDef (\w+)/g), ([, name]) => name));
    expect(used).toEqual(defined);
  });
});
