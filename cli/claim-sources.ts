import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Sources } from '../reports/sources.js';
import { packageRoot } from './version.js';

/** A claim is an object at the top level of its file: its id is indented by one step, those of controls by more. */
const CLAIM_ID = /^ {2}id: '([^']+)',$/;

/** Where the claims of a clone are written; nothing for an installed package, which has no sources. */
export function claimSources(root = packageRoot()): Sources {
  const folder = join(root, 'proofs-check');
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  return new Map(files.sort().flatMap((name) => idsIn(join(folder, name), root)));
}

function idsIn(path: string, root: string): [string, { file: string; line: number }][] {
  const file = relative(root, path).replaceAll(sep, '/');
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((text, k) => {
      const id = CLAIM_ID.exec(text)?.[1];
      return id === undefined ? [] : [[id, { file, line: k + 1 }]];
    });
}
