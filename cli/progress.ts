const CLEAR_LINE = '\r\u001b[K';

/** A line that is written over and over on a terminal; nothing elsewhere. */
export function progressLine(stream: NodeJS.WriteStream): {
  readonly show: (done: number, total: number, claim: string) => void;
  readonly clear: () => void;
} {
  const write = (text: string): void => {
    if (stream.isTTY) stream.write(`${CLEAR_LINE}${text}`);
  };
  return { show: (done, total, claim) => write(`${done}/${total} ${claim}`), clear: () => write('') };
}

const [FIRST_AFTER, THEN_EVERY] = [1000, 200];

/** The same for work that is mostly quick: nothing in the first second, and then a few times a second. */
export function slowProgress(stream: NodeJS.WriteStream): ReturnType<typeof progressLine> {
  const line = progressLine(stream);
  let next = Date.now() + FIRST_AFTER;
  return {
    ...line,
    show(done, total, what) {
      if (Date.now() < next) return;
      next = Date.now() + THEN_EVERY;
      line.show(done, total, what);
    },
  };
}
