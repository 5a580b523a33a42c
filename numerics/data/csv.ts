import { quoted } from '../../theory/quoted.js';
import { CsvError, parse, type CsvErrorCode } from 'csv-parse/sync';
import { DataError } from './data-error.js';
import { LONGEST_FILE } from './limits.js';

/** A CSV file as text cells: a name per column, and rows that all have one cell per column. */
export interface Table {
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  /** 1-based line of the file on which the row ends. */
  readonly line: number;
  readonly cells: readonly string[];
}

const LONGEST_RECORD = 1024 * 1024;
/** Each line costs some hundreds of bytes. */
const MOST_LINES = 1_000_000;
const MOST_COLUMNS = 1000;
const LONGEST_NAME = 200;

const PROBLEMS: Readonly<Partial<Record<CsvErrorCode, string>>> = {
  CSV_QUOTE_NOT_CLOSED: 'an opening quote is never closed',
  CSV_INVALID_CLOSING_QUOTE: 'text follows a closing quote',
  INVALID_OPENING_QUOTE: 'a quote inside a cell, which is not quoted as a whole',
  CSV_MAX_RECORD_SIZE: `a line has more than ${LONGEST_RECORD} characters`,
};

/**
 * Reads comma-separated text (RFC 4180) with a header line. A byte order mark, any kind of line end, blank lines
 * and blanks around cells are accepted.
 * @throws DataError naming file and line
 */
export function parseCsv(text: string, file: string): Table {
  if (text.length > LONGEST_FILE) {
    throw new DataError(
      `${file}: more than ${LONGEST_FILE} characters; expected a smaller file: thin the data out`,
    );
  }
  if (text.includes('\0')) {
    throw new DataError(`${file}: holds NUL characters; expected UTF-8 text: save the table as CSV (UTF-8)`);
  }
  const lineCount = countLines(text);
  if (lineCount > MOST_LINES) {
    throw new DataError(`${file}: ${lineCount} lines; expected at most ${MOST_LINES}: thin the data out`);
  }
  const lines = records(text, file);
  if (lines.length === 0) {
    throw new DataError(`${file}: is empty; expected a header line such as x,y and then one point per line`);
  }
  const [header, ...rows] = lines;
  checkHeader(header, file);
  const columns = header.cells;
  for (const { line, cells } of rows) {
    if (cells.length !== columns.length) {
      throw new DataError(
        `${file}:${line}: ${cells.length} cells, expected ${columns.length} as in the header; ` +
          (header.cells[0].startsWith('#')
            ? `comments are not read: remove line ${header.line}`
            : 'complete the line (a decimal point, not a comma, in numbers)'),
      );
    }
  }
  if (rows.length === 0) {
    throw new DataError(`${file}: holds a header only; expected one point per line below it`);
  }
  return { file, columns, rows };
}

/** Line feeds, or carriage returns where there are none. */
function countLines(text: string): number {
  const end = text.includes('\n') ? '\n' : '\r';
  let count = 0;
  for (let at = text.indexOf(end); at >= 0; at = text.indexOf(end, at + 1)) count++;
  return count;
}

function records(text: string, file: string): TableRow[] {
  const rows: TableRow[] = [];
  try {
    parse(text, {
      bom: true,
      trim: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      max_record_size: LONGEST_RECORD,
      on_record: (cells: string[], { lines }) => {
        if (cells.length > 1 || cells[0] !== '') rows.push({ line: lines, cells });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = / at line (\d+)/.exec(error.message)?.[1];
    const what = PROBLEMS[error.code] ?? error.message.replaceAll(/\s+/g, ' ');
    throw new DataError(
      `${file}${line ? `:${line}` : ''}: ${what}; expected comma-separated values: mend or remove the quotes`,
    );
  }
  return rows;
}

function checkHeader({ line, cells }: TableRow, file: string): void {
  if (cells.length > MOST_COLUMNS) {
    throw new DataError(
      `${file}:${line}: ${cells.length} columns; expected at most ${MOST_COLUMNS}: keep the inputs and the target`,
    );
  }
  const long = cells.findIndex((cell) => cell.length > LONGEST_NAME);
  if (long >= 0) {
    throw new DataError(
      `${file}:${line}: the name of column ${long + 1} has ${cells[long].length} characters; expected at most ${LONGEST_NAME}: shorten it`,
    );
  }
  const other = /[;\t]/.exec(cells.join(''));
  if (cells.length === 1 && other) {
    const name = other[0] === ';' ? 'semicolons' : 'tabs';
    throw new DataError(
      `${file}:${line}: one column, and ${name} in the header; separate the columns by commas`,
    );
  }
  if (cells.every((cell) => cell !== '' && Number.isFinite(Number(cell)))) {
    throw new DataError(
      `${file}:${line}: the first line holds numbers; add a header line such as x,y above it`,
    );
  }
  const blank = cells.indexOf('');
  if (blank >= 0)
    throw new DataError(`${file}:${line}: column ${blank + 1} has no name; name it in the header`);
  const twice = cells.find((cell, k) => cells.indexOf(cell) < k);
  if (twice !== undefined) {
    throw new DataError(`${file}:${line}: two columns are named ${quoted(twice)}; rename one of them`);
  }
}
