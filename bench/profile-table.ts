import { significant } from '../reports/format.js';
import { table } from '../reports/markdown/table.js';
import type { ProfileResult } from './results.js';

/** Shares of the time by function, side by side. */
export function profileTable(profiles: readonly ProfileResult[]): string {
  const names = [...new Set(profiles.flatMap(({ shares }) => shares.map(([name]) => name)))];
  return table(
    ['Function', ...profiles.map(({ width }) => `n = ${width}`)],
    names.map((name) => [
      `\`${name}\``,
      ...profiles.map(({ shares }) => {
        const found = shares.find(([other]) => other === name);
        return found ? `${(100 * found[1]).toFixed(1)} %` : '';
      }),
    ]),
  );
}

/** What happened in those runs, per step. */
export function chatter(profiles: readonly ProfileResult[]): string {
  const rows = profiles.map(({ width, steps, work }) => [
    `${width}`,
    `${steps}`,
    significant(work.nearSteps / steps, 3),
    significant(work.crossings / steps, 3),
    `${work.checks}`,
    `${work.rebases}`,
  ]);
  const counts = table(
    [
      'n',
      'steps',
      'single units moved, per step',
      'crossings, per step',
      'certificates checked',
      'classes written down anew',
    ],
    rows,
  );
  return [
    counts,
    'At small widths chatter costs: kinks stick to data points and cross them back and forth in nearly every step, and a ' +
      'unit so close to a point is moved by itself (`moveNear`, `lookAtWalls`). At large widths the steps of the classes ' +
      '(`advanceLineClasses`) and, at the start, the one pass over all units (`load`) are what is left.',
  ].join('\n\n');
}
