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
