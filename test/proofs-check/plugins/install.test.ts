import { expect, it } from 'vitest';
import { fingerprint } from '../../../proofs-check/fingerprint.js';
import { installPlugins, loadPlugins } from '../../../proofs-check/plugins/install.js';
import { installed, pluginFlags } from '../../../proofs-check/plugins/installed.js';
import { claims, findClaim } from '../../../proofs-check/registry.js';
import { activationNamed } from '../../../theory/activations/index.js';
import { bindLaw } from '../../../theory/initializations/law.js';
import { bindVectorLaw } from '../../../theory/initializations/several/vector-law.js';

const CLAIM = `id: 'mine', title: 't', inBrief: 'b', kind: 'numeric', statement: 's', source: 's', assumptions: [], uses: [], protocol: 'p',
  controls: [{ id: 'c', title: 't', because: 'b' }], units: () => [{ id: 'one' }], measure: () => ({}), decide: () => ({}),
  figures: () => []`;
const LAW = `name: 'mine', title: 't', parameters: [], source: 's', draw: () => [1, 0], zeta: [{ zeta: parse('1/(2+2*x^2)') }],
  law: { form: 'atoms', w: parse('1'), density: parse('exp(-b)'), bounds: {} }`;
const VECTOR = `name: 'mine', title: 't', parameters: [], source: 's', draw: () => 0, directional: false,
  zeta: () => [{ zeta: parse('1/(1+c^2)') }], law: () => ({ form: 'shell', radius: parse('1'), bias: parse('exp(-b^2)') })`;
const ACTIVATION = `name: 'mine', title: 't', value: (z) => z * z, derivative: (z) => 2 * z`;

/** A plugin as compiled code. */
const code = (body: string, name = 'my.ts'): Parameters<typeof installPlugins>[0][number] => ({
  name,
  url: 'file:///nowhere/my.ts',
  code: `import { parse } from 'theorem-check-entry:theorem-check';\nexport default { ${body} };`,
});

it.each([
  [
    'a claim id of ours',
    `claims: [{ ${CLAIM}, id: 'linearization' }]`,
    'the claim id linearization is taken; choose another',
  ],
  [
    'a claim twice',
    `claims: [{ ${CLAIM}, id: 'two' }, { ${CLAIM}, id: 'two' }]`,
    'the claim id two is taken',
  ],
  [
    'a claim that builds on none',
    `claims: [{ ${CLAIM}, uses: ['nonsense'] }]`,
    'unknown claim "nonsense"; known: ',
  ],
  ['a claim without units', `claims: [{ ${CLAIM}, units: () => [] }]`, 'no units of work in profile quick'],
  [
    'two units of one id',
    `claims: [{ ${CLAIM}, units: () => [{ id: 'a' }, { id: 'a' }] }]`,
    'two units "a" in profile quick',
  ],
  [
    'a law name of ours',
    `initializations: [{ ${LAW}, name: 'uniform' }]`,
    'the name uniform is taken; choose another',
  ],
  ['a reserved law name', `initializations: [{ ${LAW}, name: 'designed' }]`, 'the name designed is taken'],
  [
    'a law name of ours, several inputs',
    `vectorInitializations: [{ ${VECTOR}, name: 'sphere-uniform' }]`,
    'is taken',
  ],
  [
    'a name that expressions do not know',
    `initializations: [{ ${LAW}, name: 'other', zeta: [{ zeta: parse('1/sigma') }] }]`,
    'sigma',
  ],
  [
    'an expression that cannot be read',
    `initializations: [{ ${LAW}, zeta: [{ zeta: parse('1/') }] }]`,
    'my.ts: ',
  ],
  ['an activation name of ours', `activations: [{ ${ACTIVATION}, name: 'tanh' }]`, 'the name tanh is taken'],
  [
    'an activation family of ours',
    `activations: [{ ${ACTIVATION}, name: 'leaky-relu' }]`,
    'the name leaky-relu is taken',
  ],
  [
    'an activation that is no number somewhere',
    `activations: [{ ${ACTIVATION}, name: 'log', value: Math.log }]`,
    'log: value at -1 is NaN, expected a finite number',
  ],
  ['an error of its own', `get claims() { throw new Error('to be written'); }`, 'to be written'],
])('refuses %s in one line that names the file', async (_, body, expected) => {
  const failure = installPlugins([code(body)]);
  await expect(failure).rejects.toThrow(/^plugin my\.ts: [^\n]+$/);
  await expect(failure).rejects.toThrow(expected);
});

it('refuses a module without a default export', async () => {
  await expect(installPlugins([{ ...code(''), code: 'export const x = 1;' }])).rejects.toThrow(
    'plugin my.ts: no default export; expected export default definePlugin({…})',
  );
});

it('adds what plugins hold, behind our own, and evidence depends on their code', async () => {
  const before = fingerprint();
  const known = claims.length;
  const already = installed.length;
  await installPlugins([
    code(`claims: [{ ${CLAIM} }], initializations: [{ ${LAW.replace("'mine'", "'own'")} }]`),
    code(
      `vectorInitializations: [{ ${VECTOR.replace("'mine'", "'own'")} }], activations: [{ ${ACTIVATION} }]`,
      'it’s.ts',
    ),
  ]);
  expect(claims.at(-1)).toBe(findClaim('mine'));
  expect(claims).toHaveLength(known + 1);
  expect(bindLaw('own').zeta(1)).toBe(0.25);
  expect(bindVectorLaw('own', 3).zeta([1, 0, 0], 1)).toBe(0.5);
  expect(activationNamed('mine').value(3)).toBe(9);
  const after = fingerprint();
  expect(after).not.toBe(before);
  expect(pluginFlags().slice(already)).toEqual(['--plugin my.ts', `--plugin 'it’s.ts'`]);
  installed[installed.length - 1] = code(' ');
  expect(fingerprint()).not.toBe(after);
});

it('says of a file that is not there that it is not', async () => {
  await expect(loadPlugins(['none.ts'])).rejects.toThrow('plugin none.ts: no such file');
});
