import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { comparisonAnnotations } from '../reports/annotations.js';
import { baselineText, extendedHistory, failures } from '../reports/comparison/baseline.js';
import {
  compareRuns,
  comparisonOutcome,
  type Comparison,
  type ComparisonOutcome,
} from '../reports/comparison/compare.js';
import { comparisonPage } from '../reports/comparison/comparison-page.js';
import { parseRecord, type RunRecord } from '../reports/comparison/record.js';
import { counted, oneLine } from '../reports/format.js';
import { writeWhole } from '../proofs-check/whole-file.js';
import { annotate } from './annotate.js';
import { Failure } from './failure.js';
import { readText } from './files.js';
import { EXIT, type Outcome } from './outcome.js';

export interface CompareOptions {
  readonly report: string;
  readonly update: boolean;
  readonly reason?: string;
}

/** What a baseline that was updated without --reason says; its list of changes stands beside it. */
const NO_REASON = 'none given';

const EXIT_CODES: Readonly<Record<ComparisonOutcome, number>> = {
  passed: EXIT.passed,
  regressed: EXIT.refuted,
  incomplete: EXIT.unfinished,
};

/** Holds the report against the baseline or, with `update`, puts it in the baseline's place. */
export async function compareWithBaseline(baselineFile: string, options: CompareOptions): Promise<Outcome> {
  const { update, reason = NO_REASON } = options;
  if (!update && options.reason !== undefined)
    throw new Failure('--reason goes with --update; leave it out, or add --update');
  const reportFile = join(options.report, 'report.json');
  if (!existsSync(reportFile)) {
    throw new Failure(
      `${reportFile}: no such file; expected the report of a run: run the claims, or name its folder with --report`,
    );
  }
  const present = parseRecord(readText(reportFile), reportFile);
  const comparison = compared(baselineFile, present, update);
  const page = comparison ? comparisonPage(comparison, acceptCommand(baselineFile, options.report)) : '';
  if (update) {
    refuseIncomplete(present, reportFile);
    if (existsSync(baselineFile) && realpathSync(baselineFile) === realpathSync(reportFile))
      throw new Failure(`${baselineFile}: is the report itself; name another file for the baseline`);
    const history = extendedHistory(present, comparison, { date: today(), reason: oneLine(reason) });
    await store(baselineFile, baselineText(present, history));
    return { output: page + updatedText(baselineFile, present, comparison), exitCode: EXIT.passed };
  }
  if (comparison) annotate((sources) => comparisonAnnotations(comparison.changes, sources));
  return { output: page, exitCode: comparison ? EXIT_CODES[comparisonOutcome(comparison)] : EXIT.unfinished };
}

/** Undefined for a baseline that an update makes for the first time. */
function compared(file: string, present: RunRecord, update: boolean): Comparison | undefined {
  if (!existsSync(file)) {
    if (update) return undefined;
    throw new Failure(
      `${file}: no such file; expected a baseline: make one with --update --reason TEXT, or check the path`,
    );
  }
  return compareRuns(parseRecord(readText(file), file), present);
}

function refuseIncomplete({ claims }: RunRecord, file: string): void {
  const open = claims.filter(({ missing }) => missing > 0);
  if (claims.length > 0 && open.length === 0) return;
  const what =
    claims.length === 0
      ? 'no claim'
      : `${counted(open.length, 'claim')} with units missing, first ${open[0].id}`;
  throw new Failure(
    `${file}: got ${what}, expected a complete report: a baseline must be whole; measure the rest`,
    EXIT.unfinished,
  );
}

/** Whole or not at all, at the end of a symbolic link and not in its place. */
async function store(file: string, body: string): Promise<void> {
  const target = existsSync(file) ? realpathSync(file) : file;
  try {
    await writeWhole(target, body);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure(`${file}: cannot be written: ${reason}; choose another place`, undefined, {
      cause: error,
    });
  }
}

function updatedText(file: string, present: RunRecord, comparison: Comparison | undefined): string {
  const accepted = failures(present).map((line) => `- ${line}\n`);
  const note =
    accepted.length > 0
      ? `\nIt holds failures, which no comparison will report again:\n\n${accepted.join('')}`
      : '';
  const lost = (comparison?.baseline.claims ?? []).filter(
    ({ id }) => !present.claims.some((each) => each.id === id),
  );
  const warning =
    lost.length > 0
      ? `\nIt guards ${counted(lost.length, 'claim')} no longer: ${lost.map(({ id }) => id).join(', ')}.\n`
      : '';
  return `\nBaseline ${file} now holds this report: ${counted(present.claims.length, 'claim')}, ${present.profile}, seed ${present.seed}.\n${warning}${note}`;
}

function acceptCommand(baseline: string, report: string): string {
  const quoted = (path: string): string =>
    /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
  return `npx theorem-check compare ${quoted(baseline)} --report ${quoted(report)} --update --reason "…"`;
}

/** In UTC, so that it does not hang on the place. */
const today = (): string => new Date().toISOString().slice(0, 10);
