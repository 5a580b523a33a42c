import { Command } from 'commander';
import { addCite } from './commands/cite.js';
import { addCompare } from './commands/compare.js';
import { addDerive } from './commands/derive.js';
import { addDesign } from './commands/design.js';
import { addExplain } from './commands/explain.js';
import { addList } from './commands/list.js';
import { addMerge } from './commands/merge.js';
import { addNew } from './commands/new.js';
import { addPenalty } from './commands/penalty.js';
import { addPredict } from './commands/predict.js';
import { addRun } from './commands/run.js';
import { addShow } from './commands/show.js';
import { addTrain } from './commands/train.js';
import type { Finish } from './outcome.js';
import { addPlugins } from './plugins.js';
import { version } from './version.js';

/** The command line: a file per command under commands/, which hands its outcome to `finish`. */
export function buildProgram(finish: Finish): Command {
  const program = new Command('theorem-check')
    .description('Checks the theory of implicit bias of gradient descent for wide two-layer ReLU networks.')
    .version(version(), '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .addHelpText(
      'after',
      '\nExit codes: 0 passed; 1 a claim refuted, a control not refuted, or a regression; 2 bad usage or input; ' +
        '3 inconclusive or\nincomplete; 4 internal error; 130 interrupted.',
    )
    .option(
      '--plugin <file>',
      'add claims, initializations and activations of your own (repeatable; docs/extending.md)',
      (file: string, files: readonly string[]) => [...files, file],
      [] as readonly string[],
    )
    .configureHelp({ showGlobalOptions: true })
    .hook('preAction', async (root, command) => {
      // `new` is how a plugin begins: it must work beside one that does not yet.
      if (command.name() !== 'new') await addPlugins(root.opts<{ plugin: readonly string[] }>().plugin);
    })
    .exitOverride()
    // main.ts prints errors, in one line
    .configureOutput({ writeErr: () => undefined });
  for (const add of [
    addRun,
    addMerge,
    addCompare,
    addList,
    addShow,
    addExplain,
    addCite,
    addDerive,
    addDesign,
    addPenalty,
    addPredict,
    addTrain,
    addNew,
  ])
    add(program, finish);
  return program;
}
