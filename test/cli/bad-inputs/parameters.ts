import { bad, badAlone, DATA, json, type BadInput } from './case.js';

const units = (name: string): string[] => ['train', ...DATA, '--initial-parameters', name];

/** Initial parameters in JSON. */
export const parameters: readonly BadInput[] = [
  bad(
    ['train', ...DATA, '--batch-size', '1', ...json('sgd', { w: [1], b: [0], a: [1], d: 0 })],
    /--batch-size needs a --seed/,
  ),
  bad(['train', ...DATA, ...json('broken', '{"w": [1')], /broken\.json: .*expected JSON/),
  bad(['train', ...DATA, ...json('lacking', { w: [1], b: [0], a: [1] })], /lacking\.json: field d: /),
  bad(['train', ...DATA, ...json('text', { w: [1], b: ['0'], a: [1], d: 0 })], /text\.json: field b\.0: /),
  bad(
    ['train', ...DATA, ...json('huge', '{"w": [1e999], "b": [0], "a": [1], "d": 0}')],
    /huge\.json: field w\.0: /,
  ),
  bad(
    ['train', ...DATA, ...json('uneven', { w: [1, 2], b: [0], a: [1], d: 0 })],
    /uneven\.json: .*have 2, 1, 1 numbers/,
  ),
  bad(['train', ...DATA, ...json('none', { w: [], b: [], a: [], d: 0 })], /none\.json: field w: /),
  bad(
    ['train', ...DATA, '--width', '3', ...json('two', { w: [1, 2], b: [0, 0], a: [1, 1], d: 0 })],
    /2 units, but --width is 3/,
  ),
  bad(
    ['train', ...DATA, ...json('nested', { w: [[1, 2]], b: [0], a: [1], d: 0 })],
    /nested\.json: field w\.0: .*expected number/,
  ),
  bad(units('units-text.json'), /units-text\.json: field w\.0: .*expected finite numbers/),
  bad(units('units-nan.json'), /units-nan\.json: .*expected JSON like/),
  bad(units('units-prototype.json'), /units-prototype\.json: .*"__proto__"; expected finite numbers/),
  bad(units('units-extra.json'), /units-extra\.json: .*"u"; expected finite numbers/),
  badAlone(units('units-huge.json'), /tangent kernel at the start is Infinity.*rescale/),
  bad(units('units-list.json'), /units-list\.json: the whole: .*expected finite numbers/),
  bad(units('units-null.json'), /units-null\.json: the whole: .*expected finite numbers/),
  bad(units('units-comment.json'), /units-comment\.json: .*expected JSON like/),
  bad(units('units-deep.json'), /units-deep\.json: field w\.0: .*expected finite numbers/),
  bad(units('gzip.csv'), /gzip\.csv:1: holds bytes that are not UTF-8/),
  bad(units('absent.json'), /absent\.json: no such file; check the path/),
  bad(units('folder'), /folder: is a folder; expected a file/),
];
