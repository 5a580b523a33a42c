import { significant } from '../reports/format.js';
import { table } from '../reports/markdown/table.js';
import { bestPeer, claimedCost, cost } from './compare.js';
import { chatter, profileTable } from './profile-table.js';
import type { CaseResult, Results } from './results.js';
import { stepTable, wholeTable } from './step-table.js';
import { passes, targets, type Target } from './targets.js';

/** The result page of the bench, in Markdown. */
export function page(results: Results): string {
  const { cases, memory } = results;
  const families = [...new Set(cases.map(({ family }) => family))].map((family) =>
    cases.filter((each) => each.family === family),
  );
  return `${[
    '# Speed against peers',
    `Written by \`npm run bench\` on ${results.date}. ${machine(results)}`,
    '![Cost per step against width](cost-per-step.svg)',
    '## What was to be reached',
    targetTable(targets(results)),
    'Ours is the exact trainer, for tanh the plain one (WebAssembly). Its cost per step is the average over a whole run, set-up ' +
      'included; parts of runs are in the tables below.',
    ...smoothNote(cases),
    '## Cost per step',
    howMeasured(results),
    ...families.flatMap((members) => [
      `### ${members[0].family}, ${members[0].points} points`,
      stepTable(members),
    ]),
    '## Whole runs',
    'Everything counted, from the initial network to the trained one. No peer took part: its seconds are ' +
      'the number of steps times its median cost per step.',
    wholeTable(cases),
    '## Memory',
    'Growth of the peak of resident memory in a process of its own, over the bytes of w, b and a; the initial network ' +
      'and the trained one are part of it. The exact trainer trains to relative residual 10⁻⁶, the others take a few steps.',
    table(
      ['Trainer', 'n', 'peak / parameters'],
      memory.map(({ contender, width, timesParameters }) => [
        contender,
        `${width}`,
        significant(timesParameters, 3),
      ]),
    ),
    '## Where a whole run spends its time',
    profileTable(results.profiles),
    chatter(results.profiles),
    '## Left out',
    LEFT_OUT,
  ].join('\n\n')}\n`;
}

function machine({ machine: facts, peers, seconds }: Results): string {
  const { processor, processors, memoryGiB, node, load } = facts;
  const versions = [
    peers.numpy === undefined ? 'numpy missing' : `numpy ${peers.numpy}`,
    peers.torch === undefined ? 'PyTorch missing' : `PyTorch ${peers.torch}`,
    ...(peers.python === undefined ? [] : [`the system's Python ${peers.python}`]),
  ];
  return (
    `${processor}, ${processors} processors, ${memoryGiB} GiB; Node ${node}; ${versions.join(', ')}. ` +
    `Load average ${load.map((each) => each.toFixed(1)).join(' before and ')} after, ${seconds.toFixed(0)} seconds.`
  );
}

function howMeasured({ rounds, cases }: Results): string {
  const largest = Math.max(
    ...cases.flatMap(({ costs, exact }) =>
      [...costs, ...(exact ? [exact] : [])].map((each) => each.deviation),
    ),
  );
  return [
    `Medians and quartiles of ${rounds} rounds in one run, one contender at a time; in each round every contender takes a turn in every case, in ` +
      'changing order, and the fastest peer is in italics. All train the same network (antisymmetric pairs) in float64 ' +
      `on the same data and points of SGD: after the warm-up all outputs agree to ${significant(largest, 2)}.`,
    'Peers: arrays allocated once and changed in place, no Python but for the steps, malloc told to keep memory ' +
      '(`MALLOC_MMAP_THRESHOLD_`, `MALLOC_TRIM_THRESHOLD_`), which helps PyTorch much; *in blocks* takes units a few ' +
      'thousand at a time, so that they stay in the cache. p: cost per step ∝ n^p by least squares.',
  ].join('\n\n');
}

/** For tanh there is no exact trainer: what the plain one has against it. */
function smoothNote(cases: readonly CaseResult[]): string[] {
  const ratios = cases
    .filter(({ id }) => id.startsWith('tanh-'))
    .flatMap((each) => {
      const ours = claimedCost(each);
      const theirs = bestPeer(each, 'PyTorch');
      return theirs && ours !== undefined ? [`${significant(cost(theirs) / ours, 3)}×`] : [];
    });
  return ratios.length === 0
    ? []
    : [
        `tanh: against PyTorch alone the ratios are ${ratios.join(' and ')}. numpy computes tanh eight numbers at a time ` +
          'where the processor has AVX-512, about nine times as fast as it does without; the vectors of WebAssembly ' +
          'hold two numbers.',
      ];
}

function targetTable(list: readonly Target[]): string {
  return table(
    ['Target', 'wanted', 'reached', ''],
    list.map((target) => [
      target.title,
      target.atLeast === undefined ? `≤ ${target.atMost}` : `≥ ${target.atLeast}`,
      target.reached === undefined ? 'not measured' : significant(target.reached, 3),
      passes(target) ? '✔' : '✘ missed',
    ]),
  );
}

const LEFT_OUT = [
  '- TensorFlow for Node (`@tensorflow/tfjs-node` 4.22): its installation downloads a binary from outside the registry; the ' +
    'pure JavaScript port has no float64.',
  '- JAX in JavaScript (`@jax-js/jax` 0.1.25): needs `Float16Array` and `navigator`, which Node 20 has not.',
].join('\n');
