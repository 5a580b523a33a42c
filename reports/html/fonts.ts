import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const file = createRequire(import.meta.url).resolve('katex/dist/katex.min.css');

/** KaTeX's style sheet with its fonts in it (some 400 kB), so that formulas look alike everywhere without a network. */
export const FORMULA_STYLE = readFileSync(file, 'utf8').replaceAll(
  /src:url\(([^)]+\.woff2)\) format\("woff2"\)[^;}]*/g,
  (_, path: string) => `src:url(data:font/woff2;base64,${embedded(path)}) format("woff2")`,
);

function embedded(path: string): string {
  return readFileSync(join(dirname(file), path)).toString('base64');
}
