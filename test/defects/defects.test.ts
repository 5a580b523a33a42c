import { expect, it } from 'vitest';
import { DEFECTS } from './defects.js';
import { plantAll, runWith } from './plant.js';
import { isRed, killedText } from './report.js';

it('planted defects turn the command line red, and nothing else does', { timeout: 240_000 }, async () => {
  const chosen = DEFECTS.filter(({ inSuite }) => inSuite);
  const claims = [...new Set(chosen.flatMap((defect) => defect.claims))];
  const [sound, outcomes] = await Promise.all([runWith([], claims), plantAll(chosen)]);
  expect(sound).toMatchObject({ code: 0 });
  expect(outcomes.filter(({ found }) => !isRed(found))).toEqual([]);
  console.log(killedText(outcomes));
});
