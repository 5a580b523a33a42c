import { Argument, type Command } from 'commander';
import type { Finish } from '../outcome.js';
import { KINDS, type Kind } from '../scaffold/kinds.js';

export function addNew(program: Command, finish: Finish): void {
  program
    .command('new')
    .description('begin a claim, an initialization or an activation: a file and its failing test')
    .addArgument(new Argument('<kind>', 'what to begin').choices(KINDS))
    .argument('<name>', 'its name: small letters, digits and hyphens')
    .addHelpText(
      'after',
      '\nIn a clone of the repository the files go beside their siblings; elsewhere they are a plugin in the working\n' +
        'folder. No file is overwritten.',
    )
    .action(async (kind: Kind, name: string) => {
      const { scaffold } = await import('../scaffold/scaffold.js');
      finish({ output: scaffold(kind, name), exitCode: 0 });
    });
}
