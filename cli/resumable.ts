import { Failure } from './failure.js';
import { EXIT } from './outcome.js';

/** Why the file system refuses to keep what was measured, in words. */
const REASONS: Readonly<Partial<Record<string, string>>> = {
  ENOSPC: 'no space left on the disk',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the file system is read-only',
  EACCES: 'writing is not permitted',
  EPERM: 'writing is not permitted',
  EIO: 'the disk reports an error',
};

/**
 * Runs what keeps its finished work in the folder `out`, until done or until Ctrl-C (SIGINT, SIGTERM); a second
 * signal ends the process at once.
 * @throws Failure that says how to go on, where it was interrupted or the folder could not be written any more
 */
export async function resumable<T>(
  out: string,
  command: string,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    return await work(controller.signal);
  } catch (error) {
    if (controller.signal.aborted)
      throw new Failure(`interrupted; finished units are kept, go on with: ${command}`, EXIT.interrupted);
    const reason = REASONS[error instanceof Error && 'code' in error ? String(error.code) : ''];
    if (reason === undefined) throw error;
    throw new Failure(
      `${out}: ${reason}; finished units are kept: mend it, and go on with: ${command}`,
      undefined,
      { cause: error },
    );
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}
