import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { compiled, packageRoot } from '../theory/compiled.js';
import { installed } from './plugins/installed.js';

/** The compiled folders that numbers depend on. */
const FOLDERS = ['theory', 'numerics', 'proofs-check'];

/**
 * A fingerprint of what measures: our code, plugins, the versions of the packages that both use, and of Node.js, whose Math it
 * is. Evidence of other code is never taken up again.
 */
export function fingerprint(): string {
  const hash = createHash('sha256');
  for (const folder of FOLDERS) {
    const root = fileURLToPath(compiled(import.meta.url, `../${folder}/`));
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.js'),
    );
    for (const name of files.sort())
      hash.update(`${folder}/${name}\n`).update(readFileSync(join(root, name)));
  }
  const { dependencies } = JSON.parse(
    readFileSync(new URL('package.json', packageRoot(import.meta.url)), 'utf8'),
  ) as {
    dependencies: object;
  };
  hash.update(`${JSON.stringify(dependencies)}\nNode.js ${process.versions.node.split('.')[0]}\n`);
  for (const { code } of installed) hash.update(`plugin ${code.length}\n`).update(code);
  return hash.digest('hex').slice(0, 16);
}
