import { mkdirSync, writeFileSync } from 'node:fs';
import wabt from 'wabt';
import { activations, families } from '../../../theory/activations/index.js';
import { moduleTexts } from './module-text.js';

/** Writes the kernels beside this file, as text and assembled: a step of `npm run build`. */
const folder = new URL('./kernels/', import.meta.url);
mkdirSync(folder, { recursive: true });
const toolkit = await wabt();
const members = families.flatMap(({ values, member }) => (values ?? []).map(member));
for (const [name, text] of moduleTexts([...activations, ...members])) {
  const module = toolkit.parseWat(`${name}.wat`, text, { simd: true });
  module.validate();
  writeFileSync(new URL(`${name}.wat`, folder), text);
  writeFileSync(new URL(`${name}.wasm`, folder), module.toBinary({}).buffer);
  module.destroy();
}
