import { writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { renderFigure } from '../reports/figures/figure.js';
import { inputsOf } from '../numerics/networks/network.js';
import { makeCases, type Case } from './cases.js';
import { costFigure } from './cost-figure.js';
import { ExactWorker } from './exact-worker.js';
import { memoryUse } from './memory.js';
import { ownContenders } from './own-contenders.js';
import { page } from './page.js';
import { methods, peerContender, sendCase } from './peer-contenders.js';
import { PeerProcess } from './peer-process.js';
import { profileRun } from './profile.js';
import { rounded, toJson } from './results-json.js';
import { measure } from './rounds.js';

const ROUNDS = 9;
const PROFILED = ['relu-1000', 'relu-100000'];

const say = (message: string): void => void process.stderr.write(`${message}\n`);
const begin = performance.now();
const loadBefore = loadavg()[0];
const cases = makeCases();

const peers = PeerProcess.start();
const versions = (await peers?.versions()) ?? {};
const peerMethods = methods(versions);
if (peers) for (const each of cases) await sendCase(peers, each);
const contenders = [
  ...ownContenders(),
  ...(peers ? peerMethods.map((method) => peerContender(peers, method)) : []),
];
const [lineWorker, planeWorker] = [new ExactWorker(), new ExactWorker()];
const workerFor = ({ network }: Case): ExactWorker => (inputsOf(network) === 1 ? lineWorker : planeWorker);
const measured = await measure(cases, contenders, workerFor, ROUNDS, say);
peers?.stop();

say('memory and profiles');
const widest = cases.filter(({ until }) => until !== undefined).reduce((a, b) => (b.width > a.width ? b : a));
const memory = await memoryUse(
  widest,
  peerMethods.filter(({ threads, block }) => threads === 1 && block === 0),
);
const profiles = [];
for (const each of cases.filter(({ id }) => PROFILED.includes(id))) {
  profiles.push(await profileRun(each, each.until ?? 0));
}

await Promise.all([lineWorker.stop(), planeWorker.stop()]);

const results = rounded({
  date: new Date().toISOString().slice(0, 10),
  seconds: (performance.now() - begin) / 1000,
  rounds: ROUNDS,
  machine: {
    processor: cpus()[0].model.trim(),
    processors: cpus().length,
    memoryGiB: Math.round(totalmem() / (1024 * 1024 * 1024)),
    node: process.versions.node,
    load: [loadBefore, loadavg()[0]],
  },
  peers: versions,
  cases: measured,
  memory,
  profiles,
});
const folder = new URL('../../bench/', import.meta.url);
writeFileSync(new URL('results.json', folder), toJson(results));
writeFileSync(new URL('results.md', folder), page(results));
writeFileSync(new URL('cost-per-step.svg', folder), renderFigure(costFigure(results)));
say(`bench/results.md, in ${results.seconds.toFixed(0)} s`);
