// Executes command lines one after another, as main.ts does, each answered by what a process of its own would have said.
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';

const { execute } = await import(pathToFileURL(argv[2]).href);
let [out, err] = ['', ''];
const collect = (add) => (text) => {
  add(text);
  return true;
};
process.stdout.write = collect((text) => (out += text));
process.stderr.write = collect((text) => (err += text));

process.on('message', async (args) => {
  [out, err] = ['', ''];
  const { output, error, exitCode } = await execute(args, false);
  process.send({ code: exitCode, out: out + output, err: err + error });
});
process.send('ready');
