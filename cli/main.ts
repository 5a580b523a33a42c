#!/usr/bin/env node
import { CommanderError } from 'commander';
import { errorText, exitCodeOf, Failure } from './failure.js';
import type { Outcome } from './outcome.js';
import { buildProgram } from './program.js';

// A reader that closes the pipe early (head, less) has seen enough.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

try {
  const outcome = await execute(process.argv);
  process.exitCode = outcome.exitCode;
  process.stdout.write(outcome.output);
} catch (error) {
  process.exitCode = exitCodeOf(error);
  // Without waiting for what nobody waits for any more, such as a derivation when the run was interrupted.
  if (process.exitCode !== 0)
    process.stderr.write(errorText(error, Boolean(process.env.DEBUG)), () => process.exit());
}

async function execute(argv: readonly string[]): Promise<Outcome> {
  let outcome: Outcome | undefined;
  const program = buildProgram((result) => (outcome = result));
  try {
    await program.parseAsync(argv);
  } catch (error) {
    // commander answers a missing command with its help
    if (error instanceof CommanderError && error.code === 'commander.help' && error.exitCode !== 0)
      throw noCommand(program.commands);
    throw error;
  }
  return outcome ?? { output: '', exitCode: 0 };
}

function noCommand(commands: readonly { name(): string }[]): Failure {
  const names = commands.map((command) => command.name()).join(', ');
  return new Failure(`no command given; expected one of ${names} (theorem-check --help explains them)`);
}
