import { commandLine } from './command-line.js';
import { data } from './data.js';
import { files } from './files.js';
import { specification } from './specification.js';
import { design } from './design.js';
import { parameters } from './parameters.js';
import { flags } from './flags.js';
import { state } from './state.js';
import { severalInputs } from './several-inputs.js';
import type { BadInput } from './case.js';

/** All cases, by kind. */
export const badInputs: Readonly<Record<string, readonly BadInput[]>> = {
  'command-line': commandLine,
  data: data,
  files: files,
  specification: specification,
  design: design,
  parameters: parameters,
  flags: flags,
  state: state,
  'several-inputs': severalInputs,
};
