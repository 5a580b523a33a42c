/**
 * Estimates the time left of work whose units differ in length from kind to kind: each interval between two finished
 * units counts for the kind of the second, and what is left of a kind takes as long as what is done of it. A kind that
 * has not been met takes the average of all.
 * @param planned units by kind, where known; a part of them (a shard, or the rest of a resumed run) has the same mixture
 */
export function timeLeft(
  start: number,
  planned: Readonly<Record<string, number>> = {},
): (done: number, total: number, kind: string, now: number) => number {
  const spent = new Map<string, { time: number; units: number }>();
  let last = start;
  return (done, total, kind, now) => {
    const { time, units } = spent.get(kind) ?? { time: 0, units: 0 };
    spent.set(kind, { time: time + now - last, units: units + 1 });
    last = now;
    const all = [...spent.values()].reduce((sum, each) => sum + each.units, 0);
    const average = (now - start) / all;
    const whole = Object.values(planned).reduce((sum, count) => sum + count, 0);
    const left = Object.entries(planned).map(([name, count]) => {
      const seen = spent.get(name);
      const share = Math.max(0, (count / whole) * total - (seen?.units ?? 0));
      return { share, pace: seen ? seen.time / seen.units : average };
    });
    const shares = left.reduce((sum, { share }) => sum + share, 0);
    const pace = shares > 0 ? left.reduce((sum, each) => sum + each.share * each.pace, 0) / shares : average;
    return (total - done) * pace;
  };
}
