/**
 * Holm’s step-down: the level granted to each p-value of a family of `size` hypotheses (those not given count as
 * undecided) so that a wrong decision anywhere has a chance of at most `alpha`. The k-th smallest (from 0) gets alpha / (size − k)
 * as long as all before it were decided (equal ones get what the first of them gets); from the first undecided one on, all get
 * what that one got.
 * Source: S. Holm, Scandinavian Journal of Statistics 6 (1979). That it also bounds decisions in the wrong direction is
 * proved for independent statistics (J. P. Shaffer, Annals of Statistics 8, 1980); those of one claim share their networks.
 */
export function holmLevels(pValues: readonly number[], alpha: number, size = pValues.length): number[] {
  const order = pValues.map((_, k) => k).sort((a, b) => pValues[a] - pValues[b]);
  const levels = pValues.map(() => alpha / size);
  let [decided, level, last] = [0, alpha / size, -1];
  for (const k of order) {
    // Equal p-values get equal levels: the first of them decides for all.
    if (pValues[k] !== last) level = alpha / (size - decided);
    levels[k] = level;
    last = pValues[k];
    if (last <= level) decided++;
  }
  return levels;
}
