import { bad, badAlone, type BadInput } from './case.js';

/** Folders that a report cannot go to. */
export const state: readonly BadInput[] = [
  bad(['run', '--out', 'good.csv'], /report folder .*good\.csv cannot be written.*--out/),
  bad(['run', '--out', 'good.csv/below'], /report folder .*cannot be written.*--out/),
  bad(['run', '--out', '/proc/x'], /report folder \/proc\/x cannot be written.*ENOENT.*--out/),
  bad(['run', '--out', '/proc/x/y/z'], /report folder .* cannot be written.*--out/),
  bad(
    ['run', 'uniform-natural-cubic', '--out', 'foreign'],
    /foreign\/index\.md was not written by theorem-check; choose another folder with --out/,
  ),
  bad(
    ['run', 'uniform-natural-cubic', '--out', 'evidence-is-a-file'],
    /report folder evidence-is-a-file cannot be written.*--out/,
  ),
  bad(
    ['run', 'uniform-natural-cubic', '--out', 'a-link-to-nowhere/below'],
    /report folder .* cannot be written.*--out/,
  ),
  badAlone(
    ['run', 'uniform-natural-cubic', '--out', 'a-pipe'],
    /report folder a-pipe cannot be written.*--out/,
  ),
  bad(['run', 'uniform-natural-cubic', '--out', 'a-pipe/below'], /report folder .* cannot be written.*--out/),
  bad(
    ['run', 'uniform-natural-cubic', '--out', 'x'.repeat(5000)],
    /report folder x+ … .*choose another with --out/,
  ),
];
