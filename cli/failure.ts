import { CommanderError } from 'commander';
import { DataError } from '../numerics/data/data-error.js';
import { PluginError } from '../proofs-check/plugins/plugin.js';
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
  const kinds = [DataError, SpecError, ActivationError, PluginError, RecordError];
  const byUser = kinds.some((kind) => error instanceof kind);
  return byUser ? EXIT.usage : EXIT.internal;
}

const LONGEST_LINE = 4000;

/** The error in one line of at most 4000 characters, with its stack only for a defect of ours, or in a plugin, and if asked for. */
export function errorText(error: unknown, withStack: boolean): string {
  const message = shortened(error instanceof Error ? error.message : String(error));
  const internal = exitCodeOf(error) === EXIT.internal;
  const hint = internal && !withStack ? ' (internal error; set DEBUG=1 for the stack)' : '';
  const origin = error instanceof PluginError ? error.cause : internal ? error : undefined;
  const stack = withStack && origin instanceof Error ? `${origin.stack ?? ''}\n` : '';
  const help = error instanceof CommanderError ? ' (theorem-check --help explains)' : '';
  return `theorem-check: ${oneLine(message.replace(/^error: /, ''))}${help}${hint}\n${stack}`;
}

/** Without its middle, if it is too long: what was got stands at the beginning, the remedy at the end. */
function shortened(message: string): string {
  if (message.length <= LONGEST_LINE) return message;
  const half = LONGEST_LINE / 2 - 1;
  return `${message.slice(0, half)} … ${message.slice(-half)}`;
}
