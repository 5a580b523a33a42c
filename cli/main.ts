#!/usr/bin/env node
import { execute } from './execute.js';

// A reader that closes the pipe early (head, less) has seen enough.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

const { output, error, exitCode } = await execute(process.argv.slice(2), Boolean(process.env.DEBUG));
process.exitCode = exitCode;
process.stdout.write(output);
// Without waiting for what nobody waits for any more, such as a derivation when the run was interrupted.
if (error !== '') process.stderr.write(error, () => process.exit());
