import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

interface Report {
  readonly passed: boolean;
  readonly claims: readonly {
    readonly id: string;
    readonly seconds: number;
    readonly units: number;
    readonly missing: number;
  }[];
}

export const report = (dir: string): Report =>
  JSON.parse(readFileSync(join(dir, 'report.json'), 'utf8')) as Report;

/** Every file of a report folder by path; report.json, the only one with times, is left out. */
export function timelessFiles(dir: string): Record<string, string> {
  const paths = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const texts = paths.map(({ parentPath, name }) => [
    join(parentPath, name),
    join(parentPath, name).slice(dir.length),
  ]);
  return Object.fromEntries(
    texts
      .filter(([, path]) => path !== '/report.json')
      .map(([file, path]) => [path, readFileSync(file, 'utf8')]),
  );
}
