import { about, clock } from './duration.js';
import { timeLeft } from './time-left.js';

const CLEAR_LINE = '\r\u001b[K';
/** Milliseconds between two lines at least, and before time left is told: a few units say little. */
const [EVERY, KNOWN_AFTER] = [100, 5000];
const REDRAW_EVERY = 1000;
/** Where the terminal does not tell. */
const COLUMNS = 80;

/** What the line needs of a stream such as process.stderr. */
export interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number | undefined;
  readonly write: (text: string) => unknown;
}

export interface ProgressLine {
  /** `done` of `total` units are finished, the last of them of `kind` (a claim). */
  readonly show: (done: number, total: number, kind: string) => void;
  /** Takes the line away; nothing of it stays on the terminal. */
  readonly clear: () => void;
}

export interface ProgressOptions {
  /** Planned units by kind: a better estimate of the time left. */
  readonly planned?: Readonly<Record<string, number>>;
  /** Milliseconds in which nothing is shown. */
  readonly quietFor?: number;
}

/** A line on a terminal that is written over and over: share, time passed, time left; nothing elsewhere. */
export function progressLine(
  stream: Terminal,
  { planned, quietFor = 0 }: ProgressOptions = {},
): ProgressLine {
  if (!stream.isTTY || process.env.TERM === 'dumb') return { show: () => undefined, clear: () => undefined };
  const start = Date.now();
  const estimate = timeLeft(start, planned);
  let drawn = start + quietFor - EVERY;
  let latest: { done: number; total: number; kind: string; left: number; at: number } | undefined;

  const draw = (): void => {
    const now = Date.now();
    if (!latest || now - drawn < EVERY) return;
    drawn = now;
    const { done, total, kind, left, at } = latest;
    const line = [
      `${done}/${total} (${Math.floor((100 * done) / total)} %)`,
      clock(now - start),
      ...(now - start < KNOWN_AFTER ? [] : [`${about(Math.max(0, left - (now - at)))} left`]),
      kind,
    ].join(', ');
    // A full line would move the cursor on to the next.
    stream.write(CLEAR_LINE + fit(line, (stream.columns || COLUMNS) - 1));
  };
  // Units can take long, time passes all the while; the timer keeps no process alive.
  const ticking = setInterval(draw, REDRAW_EVERY).unref();
  return {
    show(done, total, kind) {
      const at = Date.now();
      latest = { done, total, kind, left: estimate(done, total, kind, at), at };
      draw();
    },
    clear() {
      clearInterval(ticking);
      if (drawn > start + quietFor - EVERY) stream.write(CLEAR_LINE);
    },
  };
}

/** The same for work that is mostly quick: nothing in the first second. */
export function slowProgress(stream: Terminal): ProgressLine {
  return progressLine(stream, { quietFor: 1000 });
}

function fit(line: string, columns: number): string {
  return line.length <= columns ? line : `${line.slice(0, Math.max(0, columns - 1))}…`.slice(0, columns);
}
