import { totalmem } from 'node:os';
import { Failure } from './failure.js';

/** Of the memory of the machine, or of the container: the rest is for the system and for others. */
const SHARE = 0.9;
const UNITS = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

/** Bytes that a run may take on this machine. */
export function offeredBytes(): number {
  // No limit is told as 0, or as more than there is
  const limit = process.constrainedMemory() || Infinity;
  return SHARE * Math.min(totalmem(), limit);
}

/**
 * Makes sure, before anything is allocated, that there is as much memory.
 * @param what needs it; @param remedy what would fit
 * @throws Failure with both figures
 */
export function requireMemory(bytes: number, what: string, remedy: string, offered = offeredBytes()): void {
  if (bytes <= offered) return;
  throw new Failure(
    `${what} would need about ${bytesText(bytes)} of memory, this machine offers ${bytesText(offered)}; ${remedy}`,
  );
}

/** 1536 → 1.5 KiB */
export function bytesText(bytes: number): string {
  let [value, unit] = [bytes, 0];
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${Number(value.toPrecision(3))} ${UNITS[unit]}`;
}
