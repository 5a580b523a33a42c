import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageRoot as rootOf } from '../theory/compiled.js';

/** The folder of package.json. */
export const packageRoot = (): string => fileURLToPath(rootOf(import.meta.url));

/** The version in package.json. */
export function version(): string {
  const { version: text } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as {
    version: string;
  };
  return text;
}
