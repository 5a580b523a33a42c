import { existsSync, readdirSync } from 'node:fs';
import type { Claim } from '../../proofs-check/claim.js';
import { compiled } from '../../theory/compiled.js';
import { BIBLIOGRAPHY } from './bibliography.js';
import { parseBibliography, type BibEntry } from './bib-entry.js';
import { builtOn } from './modules.js';

/** What every run rests on, whatever its claims: the error budget, random streams, figures. */
const EVERY_RUN = ['proofs-check/holm.js', 'numerics/random/streams.js', 'reports/figures/plot-svg.js'];

/** BibTeX of what a run of these claims rests on: this software, the paper, other literature, packages that compute. */
export function cite(claims: readonly Claim[]): string {
  const modules = [...EVERY_RUN.map(module), ...claims.flatMap(moduleOf)].map(builtOn);
  const texts = [
    ...claims.flatMap(({ source, statement, protocol }) => [source, statement, protocol]),
    ...new Set(modules.flatMap(({ texts: each }) => each)),
  ].map((text) => text.replaceAll(/\s+(\*\s)?/g, ' '));
  const packages = new Set(modules.flatMap(({ packages: each }) => [...each]));
  const entries = parseBibliography(BIBLIOGRAPHY).filter((entry) =>
    entry.type === 'software'
      ? entry.key === SOFTWARE || packages.has(entry.fields.title)
      : texts.some((text) => mention(entry).test(text)),
  );
  return `${entries.map(({ text }) => text).join('\n\n')}\n`;
}

/** The key of this software. */
export const SOFTWARE = 'theorem-check';

/** How a text names a publication: the first author, soon followed by the year. */
export function mention({ fields: { author, year } }: BibEntry): RegExp {
  return new RegExp(`\\b${author.split(',')[0]}\\b[^;]{0,60}?\\b${year}\\b`, 'u');
}

const module = (path: string): URL => compiled(import.meta.url, `../../${path}`);

/** The compiled module of a claim, which has its name; none for a claim from outside the package. */
export function moduleOf({ id }: Claim): readonly URL[] {
  const root = module('proofs-check/claim.js');
  const folders = readdirSync(new URL('.', root), { withFileTypes: true }).filter((each) =>
    each.isDirectory(),
  );
  return folders.map(({ name }) => new URL(`${name}/${id}.js`, root)).filter((url) => existsSync(url));
}
