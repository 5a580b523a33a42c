import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { loadPlugins } from '../../../proofs-check/plugins/install.js';

it('built-in claims about every law are about those of plugins too', async () => {
  const file = new URL('../../../examples/plugin/binary-triangular.ts', import.meta.url);
  await loadPlugins([fileURLToPath(file)]);
  const { findClaim } = await import('../../../proofs-check/registry.js');
  for (const id of ['penalty-functions', 'infinite-width-spline']) {
    const units = findClaim(id).units('quick');
    expect(units.filter(({ law }) => law === 'binary-triangular').length).toBe(2);
  }
});
