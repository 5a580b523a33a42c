import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { lockFolder } from '../../cli/folder-lock.js';
import { scratchFolder } from './command.js';

const scratch = scratchFolder();
let folder: string;
let lock: string;
let number = 0;
beforeEach(() => {
  folder = join(scratch.path, String(number++));
  mkdirSync(folder);
  lock = join(folder, '.lock');
});

/** The lock that this process writes. */
function mine(): Record<string, unknown> {
  const give = lockFolder(folder);
  const text = readFileSync(lock, 'utf8');
  give();
  return JSON.parse(text) as Record<string, unknown>;
}
const put = (change: Record<string, unknown>): void =>
  writeFileSync(lock, JSON.stringify({ ...mine(), ...change }));
const deadProcess = (): number => spawnSync(process.execPath, ['-e', '']).pid;
const age = (seconds: number): void => {
  const then = Date.now() / 1000 - seconds;
  utimesSync(lock, then, then);
};
const taken = (): boolean => {
  lockFolder(folder)();
  return !existsSync(lock);
};

test('a folder is given back without a trace', () => {
  lockFolder(folder)();
  expect(readdirSync(folder)).toEqual([]);
});

test('a folder in use is refused, naming it, the process and the machine', () => {
  const give = lockFolder(folder);
  const { host } = JSON.parse(readFileSync(lock, 'utf8')) as { host: string };
  expect(() => lockFolder(folder)).toThrow(
    new RegExp(`${folder} is in use by process ${process.pid} on ${host}; wait .*--out`),
  );
  give();
  expect(taken()).toBe(true);
});

test('the lock of a dead process is taken over, also where its number belongs to another process by now', () => {
  put({ pid: deadProcess() });
  expect(taken()).toBe(true);
  put({ started: '1' });
  expect(taken()).toBe(true);
});

test('the lock of another machine counts as long as it gives signs of life', () => {
  put({ place: 'elsewhere', host: 'far-away', pid: deadProcess() });
  expect(() => lockFolder(folder)).toThrow(/on far-away/);
  age(60);
  expect(() => lockFolder(folder)).toThrow(/on far-away/);
  age(300);
  expect(taken()).toBe(true);
});

test('a lock that is just being written counts, a garbled one of long ago does not', () => {
  writeFileSync(lock, '{"pid"');
  expect(() => lockFolder(folder)).toThrow(/in use by another process/);
  age(300);
  expect(taken()).toBe(true);
});

test('a lock that another process has taken over is not given back', () => {
  const give = lockFolder(folder);
  writeFileSync(lock, '{}');
  give();
  expect(readFileSync(lock, 'utf8')).toBe('{}');
});
