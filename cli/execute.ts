import { CommanderError } from 'commander';
import { errorText, exitCodeOf, Failure } from './failure.js';
import { EXIT, type Outcome } from './outcome.js';
import { buildProgram } from './program.js';

/** The outcome of a command line, and what is said on standard error. */
export interface Execution extends Outcome {
  readonly error: string;
}

/**
 * Executes a command line (without node and script); whatever is thrown becomes an exit code and one line.
 * @param withStack whether a defect of ours comes with its stack
 */
export async function execute(args: readonly string[], withStack: boolean): Promise<Execution> {
  try {
    return { ...(await outcomeOf(args)), error: '' };
  } catch (error) {
    const exitCode = exitCodeOf(error);
    return { output: '', exitCode, error: exitCode === EXIT.passed ? '' : errorText(error, withStack) };
  }
}

async function outcomeOf(args: readonly string[]): Promise<Outcome> {
  let outcome: Outcome | undefined;
  const program = buildProgram((result) => (outcome = result));
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    // commander answers a missing command with its help
    if (error instanceof CommanderError && error.code === 'commander.help' && error.exitCode !== 0)
      throw noCommand(program.commands);
    throw error;
  }
  return outcome ?? { output: '', exitCode: EXIT.passed };
}

function noCommand(commands: readonly { name(): string }[]): Failure {
  const names = commands.map((command) => command.name()).join(', ');
  return new Failure(`no command given; expected one of ${names} (theorem-check --help explains them)`);
}
