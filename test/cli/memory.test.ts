import { totalmem } from 'node:os';
import { expect, test } from 'vitest';
import { Failure } from '../../cli/failure.js';
import { bytesText, offeredBytes, requireMemory } from '../../cli/memory.js';

test('what a machine offers is most of what it has', () => {
  expect(offeredBytes()).toBeLessThan(totalmem());
  expect(offeredBytes()).toBeGreaterThan(0);
});

test('more than that is refused with both figures and what would fit', () => {
  const needs = (bytes: number): void => requireMemory(bytes, '--width 9', 'take 4', 4 * 1024 * 1024);
  expect(() => needs(4 * 1024 * 1024)).not.toThrow();
  expect(() => needs(5 * 1024 * 1024)).toThrow(Failure);
  expect(() => needs(5 * 1024 * 1024)).toThrow(
    '--width 9 would need about 5 MiB of memory, this machine offers 4 MiB; take 4',
  );
});

test.each([
  [0, '0 bytes'],
  [1000, '0.977 KiB'],
  [1536, '1.5 KiB'],
  [3.5 * 1024 * 1024 * 1024, '3.5 GiB'],
  [1e14, '90.9 TiB'],
  [1e30, '888000000000000 PiB'],
])('%d bytes are %s', (bytes, text) => {
  expect(bytesText(bytes)).toBe(text);
});
