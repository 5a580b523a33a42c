import { isUtf8 } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { quoted } from '../theory/quoted.js';
import { LONGEST_FILE } from '../numerics/data/limits.js';
import { Failure } from './failure.js';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file; check the path',
  ENOTDIR: 'a part of the path is not a folder; check the path',
  EISDIR: 'is a folder; expected a file',
  EACCES: 'may not be read; check its permissions',
  EPERM: 'may not be read; check its permissions',
  ENAMETOOLONG: 'the path is too long; check it',
};

const CHUNK = 1024 * 1024;
const LONGEST_PATH = 120;
/** Milliseconds between looks at a pipe whose writer has not written yet. */
const PATIENCE = 5;

/**
 * The text of a file, or of a pipe such as `<(command)`, that the user named. Never more than 64 MiB
 * are read, so that an endless device is refused too; a named pipe that nobody writes to is empty.
 * @throws Failure in one line with the reason
 */
export function readText(path: string): string {
  const shown = path.length > LONGEST_PATH || path === '' ? quoted(path) : path;
  let bytes: Buffer;
  try {
    bytes = readBytes(path, shown);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`${shown}: ${fileProblem(error)}`, undefined, { cause: error });
  }
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  if (isUtf8(bytes)) return text;
  const line = text.slice(0, text.indexOf('\uFFFD')).split(/\r\n|\n|\r/).length;
  throw new Failure(
    `${shown}:${line}: holds bytes that are not UTF-8, as a binary file or another encoding; expected UTF-8 text: save it as such`,
  );
}

function readBytes(path: string, shown: string): Buffer {
  // Not blocking: else a pipe without a writer is waited for, forever
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const chunks: Buffer[] = [];
    // A file says how long it is, a pipe or a device says 0
    for (let total = fstatSync(file).size; total <= LONGEST_FILE; total = lengthOf(chunks)) {
      const chunk = Buffer.allocUnsafe(CHUNK);
      const length = readSome(file, chunk);
      if (length === 0) return Buffer.concat(chunks);
      chunks.push(chunk.subarray(0, length));
    }
    throw new Failure(
      `${shown}: larger than ${LONGEST_FILE} bytes; expected a smaller file: thin the data out`,
    );
  } finally {
    closeSync(file);
  }
}

const lengthOf = (chunks: readonly Buffer[]): number => chunks.reduce((sum, chunk) => sum + chunk.length, 0);

/** Bytes read into the chunk, 0 at the end; waits for the writer of a pipe. */
function readSome(file: number, chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(file, chunk);
    } catch (error) {
      if (codeOf(error) !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PATIENCE);
    }
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** Why the file system refused, in words. */
function fileProblem(error: unknown): string {
  return (
    REASONS[codeOf(error)] ?? `${error instanceof Error ? error.message : String(error)}; check the path`
  );
}
