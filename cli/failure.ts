import { CommanderError } from 'commander';
import { DataError } from '../numerics/data/data-error.js';
import { RecordError } from '../reports/comparison/record-error.js';
import { oneLine } from '../reports/format.js';
import { ActivationError } from '../theory/activations/index.js';
import { SpecError } from '../theory/initializations/spec.js';
import { EXIT } from './outcome.js';

/** Ends the program with one line on standard error; the message says what to do instead. */
export class Failure extends Error {
  constructor(
    message: string,
    readonly exitCode: number = EXIT.usage,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The exit code that an error stands for: what the user gave (2), what a command says, or a defect of ours (4). */
export function exitCodeOf(error: unknown): number {
  if (error instanceof Failure) return error.exitCode;
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.passed : EXIT.usage;
  const byUser = [DataError, SpecError, ActivationError, RecordError].some((kind) => error instanceof kind);
  return byUser ? EXIT.usage : EXIT.internal;
}

/** The error in one line, with its stack only for a defect of ours and if asked for. */
export function errorText(error: unknown, withStack: boolean): string {
  const message = error instanceof Error ? error.message : String(error);
  const internal = exitCodeOf(error) === EXIT.internal;
  const hint = internal && !withStack ? ' (internal error; set DEBUG=1 for the stack)' : '';
  const stack = internal && withStack && error instanceof Error ? `${error.stack ?? ''}\n` : '';
  return `theorem-check: ${oneLine(message.replace(/^error: /, ''))}${hint}\n${stack}`;
}
