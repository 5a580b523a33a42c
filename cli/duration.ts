const [SECOND, MINUTE, HOUR] = [1000, 60_000, 3_600_000];

/** Time that has passed, from milliseconds: "0:07", "12:30", "1:02:30". */
export function clock(milliseconds: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const [hours, minutes, seconds] = [
    Math.floor(milliseconds / HOUR),
    (milliseconds % HOUR) / MINUTE,
    (milliseconds % MINUTE) / SECOND,
  ];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${Math.floor(minutes)}:${two(seconds)}`;
}

/** A time that is only estimated, from milliseconds, no finer than it can be known: "about 40 s", "about 3 min". */
export function about(milliseconds: number): string {
  if (milliseconds < 55 * SECOND)
    return `about ${5 * Math.max(1, Math.round(milliseconds / (5 * SECOND)))} s`;
  if (milliseconds < 55 * MINUTE) return `about ${Math.max(1, Math.round(milliseconds / MINUTE))} min`;
  const tens = Math.round(milliseconds / (10 * MINUTE));
  return `about ${Math.floor(tens / 6)} h${tens % 6 > 0 ? ` ${10 * (tens % 6)} min` : ''}`;
}
