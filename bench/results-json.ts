import type { Results } from './results.js';

/** The results with six digits of every number that is not whole: more would be noise. */
export const rounded = (results: Results): Results =>
  JSON.parse(
    JSON.stringify(results, (_, value: unknown) =>
      typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(6)) : value,
    ),
  ) as Results;

/** Results as JSON, with lists of numbers on one line. */
export const toJson = (results: Results): string =>
  `${JSON.stringify(results, undefined, 2).replaceAll(/\[[^[\]{}"]*\]/g, (list) => list.replaceAll(/\s+/g, ' '))}\n`;
