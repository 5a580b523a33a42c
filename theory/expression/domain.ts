import { ExpressionError } from './expression.js';
import type { Box, Range } from './range.js';
import { POSITIVE, REAL } from './range.js';

/** Where a symbol lives; [lo, hi] may have infinite ends. */
export type SymbolDomain = 'positive' | 'real' | 'nonnegative' | readonly [lo: number, hi: number];
export type Domain = Readonly<Record<string, SymbolDomain>>;

/** The ranges of the named symbols. Throws ExpressionError on a symbol without domain or with an empty one. */
export function boxOf(domain: Domain, symbols: Iterable<string>): Box {
  return Object.fromEntries(
    [...symbols].map((name) => {
      if (!Object.hasOwn(domain, name)) {
        throw new ExpressionError(
          `got no domain for the symbol ${name}, expected one of positive, real, nonnegative, [lo, hi]`,
        );
      }
      return [name, rangeOfDomain(name, domain[name])];
    }),
  );
}

function rangeOfDomain(name: string, domain: SymbolDomain): Range {
  if (domain === 'real') return REAL;
  if (domain === 'positive') return POSITIVE;
  if (domain === 'nonnegative') return { ...POSITIVE, zero: true };
  const [lo, hi] = domain;
  if (!(lo < hi)) throw new ExpressionError(`got the domain [${lo}, ${hi}] for ${name}, expected lo < hi`);
  return { lo, hi, zero: lo <= 0 && hi >= 0, pole: false };
}

/**
 * The interior of the box cut at 0 along each named symbol whose range has both signs: 2^k boxes. What holds on
 * the interior holds on the boundary by continuity.
 */
export function orthants(box: Box, symbols: Iterable<string>): Box[] {
  const interior = Object.entries(box).map(
    ([name, r]) => [name, { ...r, zero: r.lo < 0 && r.hi > 0 }] as const,
  );
  let boxes: Box[] = [Object.fromEntries(interior)];
  for (const name of symbols) {
    const { lo, hi } = box[name];
    if (lo >= 0 || hi <= 0) continue;
    const halves: Range[] = [
      { lo, hi: 0, zero: false, pole: false },
      { lo: 0, hi, zero: false, pole: false },
    ];
    boxes = boxes.flatMap((b) => halves.map((half) => ({ ...b, [name]: half })));
  }
  return boxes;
}
