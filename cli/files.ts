import { readFileSync, statSync } from 'node:fs';
import { LONGEST_CSV } from '../numerics/data/csv.js';
import { Failure } from './failure.js';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file; check the path',
  ENOTDIR: 'a part of the path is not a folder; check the path',
  EISDIR: 'is a folder; expected a file',
  EACCES: 'may not be read; check its permissions',
  EPERM: 'may not be read; check its permissions',
};

/**
 * The text of a file that the user named.
 * @throws Failure in one line with the reason
 */
export function readText(path: string): string {
  try {
    if (statSync(path).size > LONGEST_CSV) {
      throw new Failure(
        `${path}: larger than ${LONGEST_CSV} bytes; expected a smaller file: thin the data out`,
      );
    }
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`${path}: ${fileProblem(error)}`, undefined, { cause: error });
  }
}

/** Why the file system refused, in words. */
function fileProblem(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}
