const WIDTH = 80;

/** Text with every line broken between words so that it fits a terminal; items of lists go on indented. Ends the last line. */
export function wrapped(text: string): string {
  return `${text.split('\n').map(wrapLine).join('\n')}\n`;
}

function wrapLine(line: string): string {
  // A heading that is broken would be none.
  if (line.startsWith('#')) return line;
  const indent = line.startsWith('- ') ? '  ' : '';
  const lines: string[] = [];
  let open = '';
  for (const word of line.split(' ')) {
    const longer = open === '' ? word : `${open} ${word}`;
    if (open !== '' && Array.from(longer).length > WIDTH) {
      lines.push(open);
      open = indent + word;
    } else {
      open = longer;
    }
  }
  return [...lines, open].join('\n');
}
