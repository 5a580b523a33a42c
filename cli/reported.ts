import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { reportedRun, type ReportedRun } from '../reports/explanation/reported-claim.js';
import { Failure } from './failure.js';
import { readText } from './files.js';

/** Where `run` puts its report unless told otherwise. */
export const DEFAULT_REPORT = 'theorem-report';

/**
 * The run in a report folder; without a folder that in the default one, if there is any.
 * @throws Failure where there is no report, or report.json is not one
 */
export function reportAtHand(folder: string | undefined): ReportedRun | undefined {
  const file = join(folder ?? DEFAULT_REPORT, 'report.json');
  if (folder === undefined && !existsSync(file)) return undefined;
  const text = readText(file);
  const parsed = reportedRun.safeParse(parseJson(text, file));
  if (parsed.success) return parsed.data;
  const [{ path, message }] = parsed.error.issues;
  throw new Failure(
    `${file}: field ${path.join('.') || '(the whole)'}: ${message}; expected a report of theorem-check: write one with theorem-check run --out ${folder ?? DEFAULT_REPORT}`,
  );
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Failure(
      `${file}: not JSON; expected a report of theorem-check: write one with theorem-check run`,
      undefined,
      {
        cause: error,
      },
    );
  }
}
