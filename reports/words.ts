/** What the words of a report mean, for its first page. */
export const VERDICT_WORDS: readonly (readonly [word: string, meaning: string])[] = [
  ['✔ supported', 'the evidence bears the statement out, within the error that was allowed beforehand'],
  ['✘ refuted', 'the evidence contradicts the statement'],
  ['? inconclusive', 'the evidence does not decide; the reason says what would'],
  [
    'TOOTHLESS',
    'a control, a deliberately false version of the claim, was not refuted: the verdict means nothing',
  ],
  ['INCOMPLETE', 'some planned measurements are missing: the verdict is provisional'],
];

export const NUMBERS_EXPLAINED =
  'Controls are counted as refuted of all that ran. Square brackets hold the interval of an estimated rate, and the ' +
  'smallest and largest case of an identity.';
