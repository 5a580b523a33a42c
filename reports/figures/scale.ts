import type { Axis } from '../../proofs-check/claim.js';

export type Domain = readonly [number, number];

/** Share of the axis left free at each end, and the further share below the least positive value on log axes. */
const MARGIN = 0.04;
const FLOOR_MARGIN = 0.1;
/** Relative spread below which values count as one: ticks in between could not be told apart in print. */
const FLAT = 1e-9;
/** Below this size doubles run out of digits, and ticks with them: such values count as zero. */
const TINY = 1e-290;

/** Smallest interval that holds the values, widened a little; on log axes of the positive ones alone. */
export function domainOf(values: readonly number[], { log = false }: Axis): Domain {
  const kept = log ? values.filter((value) => value > 0) : values;
  if (kept.length === 0) return log ? [0.1, 10] : [-1, 1];
  const low = kept.reduce((a, b) => Math.min(a, b));
  const high = kept.reduce((a, b) => Math.max(a, b));
  const size = Math.max(Math.abs(low), Math.abs(high));
  const flat = high - low <= FLAT * size || size < TINY;
  if (!log) {
    const margin = !flat ? MARGIN * (high - low) : size < TINY ? 1 : size / 2;
    return [low - margin, high + margin];
  }
  const span = flat ? Math.log(10) / MARGIN : Math.log(high) - Math.log(low);
  const below = kept.length < values.length ? MARGIN + FLOOR_MARGIN : MARGIN;
  // Below the least double there is nothing: a domain must not begin at zero.
  return [Math.max(low * Math.exp(-below * span), Number.MIN_VALUE), high * Math.exp(MARGIN * span)];
}

/** Smallest interval that holds the values: a field fills its frame. */
export function spanOf(values: readonly number[]): Domain {
  return [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
}

/**
 * One domain for all panels, so that they compare at a glance, unless some panel would then fill less than a
 * third of its axis: each panel then has its own.
 */
export function sharedDomains(domains: readonly Domain[], { log = false }: Axis): readonly Domain[] {
  const position = (value: number): number => (log ? Math.log(value) : value);
  const length = ([low, high]: Domain): number => position(high) - position(low);
  const low = Math.min(...domains.map((domain) => domain[0]));
  const high = Math.max(...domains.map((domain) => domain[1]));
  const whole: Domain = [low, high];
  return domains.every((domain) => 3 * length(domain) > length(whole)) ? domains.map(() => whole) : domains;
}
