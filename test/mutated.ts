import fc from 'fast-check';

/** Text with a few pieces taken out, put in, doubled or moved. */
export function mutated(valid: fc.Arbitrary<string>, pieces: readonly string[]): fc.Arbitrary<string> {
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.nat({ max: 4 }),
    added: fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 3 }), fc.constant('')),
    repeated: fc.constantFrom(1, 1, 1, 2, 300),
  });
  return fc.tuple(valid, fc.array(edit, { maxLength: 4 })).map(([text, edits]) =>
    edits.reduce((now, { at, removed, added, repeated }) => {
      const from = Math.floor(at * now.length);
      return now.slice(0, from) + added.repeat(repeated) + now.slice(from + removed);
    }, text),
  );
}

/** A long text of one repeated piece and another end: what makes a careless regular expression hang. */
export function repetitive(pieces: readonly string[], most: number): fc.Arbitrary<string> {
  const piece = fc.constantFrom(...pieces);
  return fc
    .tuple(fc.array(piece, { maxLength: 3 }), piece, fc.nat({ max: most }), fc.array(piece, { maxLength: 3 }))
    .map(([start, middle, times, end]) => start.join('') + middle.repeat(times) + end.join(''));
}
