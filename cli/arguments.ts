import { InvalidArgumentError, Option } from 'commander';

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** Parser of a whole number from `low` to `high`. */
export function wholeNumber(low: number, high = Number.MAX_SAFE_INTEGER): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : NaN;
    if (value >= low && value <= high) return value;
    throw new InvalidArgumentError(`Expected a whole number from ${low} to ${high}.`);
  };
}

/** A finite number of at least 0. */
export function nonNegative(text: string): number {
  const value = finite(text);
  if (value >= 0) return value;
  throw new InvalidArgumentError('Expected a finite number of at least 0, such as 0.5 or 1e-3.');
}

/** A finite number above 0. */
export function positive(text: string): number {
  const value = finite(text);
  if (value > 0) return value;
  throw new InvalidArgumentError('Expected a finite number above 0, such as 0.5 or 1e-3.');
}

/** Finite numbers separated by commas. */
export function numberList(text: string): number[] {
  const values = text.split(',').map((entry) => finite(entry.trim()));
  if (!values.some(Number.isNaN)) return values;
  throw new InvalidArgumentError('Expected finite numbers separated by commas, such as -1,0,2.5.');
}

/** Part `index` (0-based) of `count`. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** `i/n` with 1 ≤ i ≤ n. */
export function shard(text: string): Shard {
  const [, i, n] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number);
  if (i >= 1 && i <= n) return { index: i - 1, count: n };
  throw new InvalidArgumentError('Expected i/n with 1 ≤ i ≤ n, such as 1/4.');
}

/** The closed forms are checked to this number of inputs; in many more, ζ leaves the range of floating point. */
const MOST_INPUTS = 100;

/** `--inputs d`, for the commands whose theory depends on the dimension. */
export const inputsOption = (): Option =>
  new Option('--inputs <d>', 'number of inputs of the network')
    .default(1)
    .argParser(wholeNumber(1, MOST_INPUTS));

export type Format = 'text' | 'json';

/** `--format`, for the commands that print claims. */
export const formatOption = (): Option =>
  new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text');

function finite(text: string): number {
  const value = NUMBER.test(text) ? Number(text) : NaN;
  return Number.isFinite(value) ? value : NaN;
}
