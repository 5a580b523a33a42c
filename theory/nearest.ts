/** Longer texts are no misspelling of a name. */
const LONGEST = 60;

/** ` (did you mean gaussian?)` for the known name that a misspelt one is nearest to; nothing where none is near. */
export function suggestion(text: string, known: readonly string[]): string {
  if (text.length > LONGEST) return '';
  const most = Math.max(1, Math.floor(text.length / 4));
  const distances = known.map((name) => editDistance(text.toLowerCase(), name.toLowerCase()));
  const least = Math.min(...distances);
  return least <= most ? ` (did you mean ${known[distances.indexOf(least)]}?)` : '';
}

/** Insertions, deletions, substitutions and swaps of neighbours that lead from one text to the other (Damerau 1964). */
function editDistance(a: string, b: string): number {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, replaced);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[b.length];
}
