import { parentPort, workerData } from 'node:worker_threads';
import type { Question, Reply, System } from './answer.js';

/** Runs in a thread that may be killed at any time: one computer-algebra system, one question at a time. */

type Compute = (question: Question) => string;

async function load(system: System): Promise<Compute> {
  return system === 'nerdamer' ? loadNerdamer() : loadAlgebrite();
}

async function loadNerdamer(): Promise<Compute> {
  const { default: nerdamer } = await import('nerdamer');
  await import('nerdamer/Algebra.js');
  await import('nerdamer/Calculus.js');
  return ({ operation, text, variable }) => {
    nerdamer.flush();
    nerdamer.clearVars();
    const questions = {
      expand: `expand(${text})`,
      differentiate: `diff(${text}, ${variable})`,
      integrate: `integrate(${text}, ${variable})`,
      // Its simplify and factor are wrong on x² + y², so they are never asked.
      simplify: undefined,
    };
    const question = questions[operation];
    if (question === undefined) throw new Error(`nerdamer is not trusted to ${operation}`);
    return nerdamer(question).toString();
  };
}

async function loadAlgebrite(): Promise<Compute> {
  const { default: algebrite } = await import('algebrite');
  return ({ operation, text: e, variable }) => {
    algebrite.clearall();
    const questions = {
      expand: e,
      simplify: `simplify(${e})`,
      differentiate: `d(${e}, ${variable})`,
      integrate: `integral(${e}, ${variable})`,
    };
    const text = algebrite.run(questions[operation]);
    // It returns its error messages as results.
    if (/Stop:|Maximum call stack/.test(text)) throw new Error(text);
    return text;
  };
}

const { system } = workerData as { system: System };
const compute = await load(system);
parentPort?.on('message', (question: Question) => {
  let reply: Reply;
  try {
    reply = { text: compute(question) };
  } catch (error) {
    reply = { error: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(reply);
});
parentPort?.postMessage('ready');
