import { Command } from 'commander';
import { addCite } from './commands/cite.js';
import { addDerive } from './commands/derive.js';
import { addDesign } from './commands/design.js';
import { addExplain } from './commands/explain.js';
import { addList } from './commands/list.js';
import { addPenalty } from './commands/penalty.js';
import { addPredict } from './commands/predict.js';
import { addRun } from './commands/run.js';
import { addShow } from './commands/show.js';
import { addTrain } from './commands/train.js';
import type { Finish } from './outcome.js';
import { version } from './version.js';

/** The command line: a file per command under commands/, which hands its outcome to `finish`. */
export function buildProgram(finish: Finish): Command {
  const program = new Command('theorem-check')
    .description('Checks the theory of implicit bias of gradient descent for wide two-layer ReLU networks.')
    .version(version(), '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .addHelpText(
      'after',
      '\nExit codes: 0 passed; 1 a claim refuted or a control not refuted; 2 bad usage or input; ' +
        '3 inconclusive or\nincomplete; 4 internal error; 130 interrupted.',
    )
    .exitOverride()
    // main.ts prints errors, in one line
    .configureOutput({ writeErr: () => undefined });
  for (const add of [
    addRun,
    addList,
    addShow,
    addExplain,
    addCite,
    addDerive,
    addDesign,
    addPenalty,
    addPredict,
    addTrain,
  ])
    add(program, finish);
  return program;
}
