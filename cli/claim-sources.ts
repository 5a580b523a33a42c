import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { pluginOfClaim } from '../proofs-check/plugins/installed.js';
import type { Sources } from '../reports/sources.js';
import { packageRoot } from './version.js';

/** A claim is an object at the top level of its file: its id is indented by one step, those of controls by more. */
const CLAIM_ID = /^ {2}id: '([^']+)',$/;

/** Where claims are written: those of plugins, and those of a clone; an installed package has no sources. */
export const claimSources = (root = packageRoot()): Sources =>
  new Map([...ownSources(root), ...pluginSources()]);

function ownSources(root: string): Sources {
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

/** The first line of the plugin that has the id in quotes; its first line, where it has the claim from another file. */
const pluginSources = (): Sources =>
  new Map(
    [...pluginOfClaim].map(([id, file]) => {
      const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
      const named = lines.findIndex((text) => [`'${id}'`, `"${id}"`].some((quoted) => text.includes(quoted)));
      return [id, { file, line: Math.max(1, named + 1) }];
    }),
  );
