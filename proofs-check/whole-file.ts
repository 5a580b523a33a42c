import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const TEMPORARY = /^\..+\.theorem-check-\d+\.tmp$/;

/** Whether this is the name of a temporary file that a killed process may have left. */
export const isTemporary = (name: string): boolean => TEMPORARY.test(name);

/**
 * Writes a temporary file beside the target, down to the disk, for a rename that puts it in place.
 * @returns its path
 * @throws whatever the file system throws; no temporary file is left then
 */
export async function stage(target: string, body: string): Promise<string> {
  const temporary = join(dirname(target), `.${basename(target)}.theorem-check-${process.pid}.tmp`);
  await mkdir(dirname(target), { recursive: true });
  try {
    const file = await open(temporary, 'w');
    try {
      await file.writeFile(body);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  return temporary;
}

/** Writes a file whole or not at all: a kill, a full disk or a power cut leaves no half of it. */
export async function writeWhole(target: string, body: string): Promise<void> {
  await rename(await stage(target, body), target);
}
