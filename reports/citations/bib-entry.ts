/** An entry of a bibliography in BibTeX, whose braces balance and whose values stand in braces. */
export interface BibEntry {
  readonly type: string;
  readonly key: string;
  readonly fields: Readonly<Record<string, string>>;
  /** The entry as it stands. */
  readonly text: string;
}

const HEAD = /@(\w+)\{([^\s,{}]+),/y;
const FIELD = /\s*([a-z]+)\s*=\s*\{/y;

/**
 * The entries of a bibliography; nothing but blanks stands between them.
 * @throws Error naming the place where it is not BibTeX of this form
 */
export function parseBibliography(bibliography: string): readonly BibEntry[] {
  const entries: BibEntry[] = [];
  for (let at = skipBlanks(bibliography, 0); at < bibliography.length;) {
    const { entry, end } = parseEntry(bibliography, at);
    entries.push(entry);
    at = skipBlanks(bibliography, end);
  }
  return entries;
}

function parseEntry(source: string, start: number): { entry: BibEntry; end: number } {
  const head = matchAt(HEAD, source, start, 'an entry: @type{key,');
  const [type, key] = [head[1].toLowerCase(), head[2]];
  const fields: Record<string, string> = {};
  let at = start + head[0].length;
  for (;;) {
    const field = matchAt(FIELD, source, at, `a field of ${key}: name = {`);
    const open = at + field[0].length;
    const close = closing(source, open, key);
    if (field[1] in fields) throw new Error(`bibliography: ${key} has two fields ${field[1]}; expected one`);
    fields[field[1]] = source.slice(open, close);
    at = skipBlanks(source, close + 1);
    if (source[at] === '}') break;
    if (source[at] !== ',') throw unexpected(source, at, `a comma or the end of ${key}`);
    at++;
  }
  return { entry: { type, key, fields, text: source.slice(start, at + 1) }, end: at + 1 };
}

/** The brace that closes one opened just before `open`. */
function closing(source: string, open: number, key: string): number {
  let depth = 1;
  for (let at = open; at < source.length; at++) {
    if (source[at] === '{') depth++;
    if (source[at] === '}' && --depth === 0) return at;
  }
  throw new Error(`bibliography: a brace of ${key} is not closed; expected as many } as {`);
}

function matchAt(pattern: RegExp, source: string, at: number, expected: string): RegExpExecArray {
  pattern.lastIndex = at;
  const match = pattern.exec(source);
  if (!match) throw unexpected(source, at, expected);
  return match;
}

const unexpected = (source: string, at: number, expected: string): Error =>
  new Error(`bibliography: got ${JSON.stringify(source.slice(at, at + 30))}, expected ${expected}`);

function skipBlanks(source: string, from: number): number {
  let at = from;
  while (at < source.length && /\s/.test(source[at])) at++;
  return at;
}
