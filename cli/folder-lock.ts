import { closeSync, linkSync, openSync, readFileSync, readlinkSync, renameSync, rmSync } from 'node:fs';
import { statSync, writeFileSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { Failure } from './failure.js';

const LOCK = '.lock';
/** A holder gives a sign of life this often (ms), and is taken for dead, where it cannot be looked up, after LIMIT. */
const BEAT = 10_000;
const LIMIT = 120_000;

const schema = z.object({ pid: z.number(), host: z.string(), place: z.string(), started: z.string() });
type Holder = z.infer<typeof schema>;

/**
 * Makes this process the only one that writes to the folder; a dead process's lock is taken over.
 * @returns what gives the folder back
 * @throws Failure naming the process that has the folder; whatever the file system throws
 */
export function lockFolder(dir: string): () => void {
  const lock = join(dir, LOCK);
  const text = JSON.stringify(thisProcess());
  const mine = join(dir, `.lock.theorem-check-${process.pid}.tmp`);
  try {
    writeFileSync(mine, text);
    for (let attempt = 1; !placed(mine, text, lock); attempt++) {
      const held = textOf(lock);
      if (attempt > 3 || isHeld(held, ageOf(lock, mine))) throw inUse(dir, held);
      takeAway(lock, held);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  const beat = setInterval(() => signOfLife(lock, text), BEAT).unref();
  return () => {
    clearInterval(beat);
    if (textOf(lock) === text) rmSync(lock, { force: true });
  };
}

/** Links the whole lock into place, or creates it where the file system has no links; false where there is one. */
function placed(mine: string, text: string, lock: string): boolean {
  try {
    linkSync(mine, lock);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
  }
  try {
    writeFileSync(lock, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function isHeld(held: string, age: number): boolean {
  const holder = parse(held);
  if (holder?.place !== PLACE) return age < LIMIT; // also a lock that is just being written
  return isAlive(holder.pid) && startOf(holder.pid) === holder.started;
}

/** Removes the lock that was found stale, not one that another process has put there meanwhile. */
function takeAway(lock: string, stale: string): void {
  const aside = `${lock}.theorem-check-${process.pid}.tmp`;
  try {
    renameSync(lock, aside);
    if (textOf(aside) !== stale) linkSync(aside, lock);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'EEXIST') throw error;
  }
  rmSync(aside, { force: true });
}

/** Milliseconds since the holder's last sign of life, by the clock of the file system, which machines share. */
function ageOf(lock: string, justWritten: string): number {
  const written = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
  return written === undefined ? LIMIT : statSync(justWritten).mtimeMs - written;
}

function signOfLife(lock: string, text: string): void {
  try {
    const file = openSync(lock, 'r+');
    writeSync(file, text, 0);
    closeSync(file);
  } catch {
    // A full disk, or a folder that is gone: the run itself will meet it.
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function inUse(dir: string, held: string): Failure {
  const holder = parse(held);
  const who = holder ? `process ${holder.pid} on ${holder.host}` : 'another process';
  return new Failure(
    `the report folder ${dir} is in use by ${who}; wait until it has ended, or choose another folder with --out ` +
      '(shards of an array need a folder each)',
  );
}

const thisProcess = (): Holder => ({
  pid: process.pid,
  host: hostname(),
  place: PLACE,
  started: startOf(process.pid),
});

/** Where process numbers mean the same: one start of a machine and, on Linux, one container. */
const PLACE = [hostname(), textOf('/proc/sys/kernel/random/boot_id').trim(), processSpace()].join(' ');

function processSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

/** When the process started, in ticks, where that can be known: its number may belong to another one by now. */
function startOf(pid: number): string {
  const fields = textOf(`/proc/${pid}/stat`).split(') ').at(-1) ?? '';
  return fields.split(' ').at(19) ?? '';
}

function parse(text: string): Holder | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;
