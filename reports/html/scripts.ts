import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { compiled } from '../../theory/compiled.js';

/** What the browser runs, see browser/: each is a module of its own that needs no other. */
const NAMES = ['views', 'filter', 'map', 'scroll', 'print'] as const;

/** Their compiled texts, without the comments that are for debuggers. */
export function scripts(): string[] {
  return NAMES.map((name) =>
    readFileSync(compiled(import.meta.url, `./browser/${name}.js`), 'utf8')
      .replace(/^\/\/# source.*$/m, '')
      .trim(),
  );
}

/** A script's source expression for the Content-Security-Policy: only these scripts may run. */
export function scriptHash(script: string): string {
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
}
