import { describe, expect, it } from 'vitest';
import { PluginError } from '../../../proofs-check/plugins/plugin.js';
import { checkedPlugin } from '../../../proofs-check/plugins/schema.js';
import { activations } from '../../../theory/activations/index.js';
import { initializations } from '../../../theory/initializations/index.js';
import { vectorInitializations } from '../../../theory/initializations/several/index.js';
import { claims } from '../../../proofs-check/registry.js';
import { madeUpClaim } from '../made-up-claim.js';

const message = (value: unknown): string => {
  try {
    checkedPlugin(value, 'my.ts');
  } catch (error) {
    expect(error).toBeInstanceOf(PluginError);
    return String(error instanceof Error && error.message);
  }
  return 'accepted';
};

const claim = madeUpClaim();
const [law] = initializations;
const [vectorLaw] = vectorInitializations;
const [activation] = activations;

it('accepts every claim, law and activation of the package as they are, and hands them back themselves', () => {
  const plugin = { claims, initializations, vectorInitializations, activations };
  expect(checkedPlugin(plugin, 'my.ts')).toBe(plugin);
});

describe.each([
  ['claims', claim, ['derivations', 'findings', 'repeatable']],
  ['initializations', law, ['zetaOfDegree', 'kernel', 'outsideHypothesis']],
  ['vectorInitializations', vectorLaw, ['centre', 'kernel', 'oneInput']],
  ['activations', activation, ['formula', 'homogeneity', 'greens', 'slopes']],
] as const)('%s', (field, entry, optional) => {
  const required = Object.keys(entry).filter((key) => !(optional as readonly string[]).includes(key));

  it.each(required)('is refused without %s, in one line that names file and field', (key) => {
    const rest = Object.fromEntries(Object.entries(entry).filter(([name]) => name !== key));
    expect(message({ [field]: [entry, rest] })).toMatch(
      new RegExp(`^plugin my\\.ts: ${field}\\[1\\]\\.${key}: .+$`),
    );
  });

  it('is refused with a field of another name', () => {
    expect(message({ [field]: [{ ...entry, figure: 1 }] })).toMatch(/my\.ts: .*\[0\]: .*"figure"/);
  });
});

it.each([
  ['an id that is no file name', { claims: [{ ...claim, id: '../up' }] }, 'claims[0].id: expected letters'],
  [
    'the id of a page',
    { claims: [{ ...claim, id: 'index' }] },
    'claims[0].id: a page of the report has this name',
  ],
  [
    'no control',
    { claims: [{ ...claim, controls: [] }] },
    'claims[0].controls: expected at least one control',
  ],
  [
    'a control with the id of the claim’s own hypothesis',
    { claims: [{ ...claim, controls: [{ ...claim.controls[0], id: 'claim' }] }] },
    'claims[0].controls[0].id: this id is taken',
  ],
  [
    'two controls of one id',
    { claims: [{ ...claim, controls: [claim.controls[0], claim.controls[0]] }] },
    'claims[0].controls: two have one id',
  ],
  ['text for a function', { claims: [{ ...claim, measure: 'x' }] }, 'claims[0].measure: expected a function'],
  [
    'text for an expression',
    { initializations: [{ ...law, zeta: [{ zeta: '1' }] }] },
    'zeta[0].zeta: expected an expression',
  ],
  [
    'a name with a capital',
    { activations: [{ ...activation, name: 'Swish' }] },
    'activations[0].name: expected small',
  ],
  ['another field', { claim: [] }, 'its default export: Unrecognized key: "claim"'],
  ['no object', 7, 'its default export: '],
])('refuses %s', (_, value, expected) => {
  expect(message(value)).toContain(`plugin my.ts: `);
  expect(message(value)).toContain(expected);
});
