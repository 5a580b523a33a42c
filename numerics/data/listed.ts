const MOST = 8;

/** Names separated by commas, the first eight of them; what is left is counted. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST).join(', ');
  return names.length > MOST ? `${shown}, … (${names.length} in all)` : shown;
}
