import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSpec, SpecError } from '../../../theory/initializations/spec.js';

describe('parseSpec', () => {
  it('fills in defaults and prints the specification in full', () => {
    expect(parseSpec(' gaussian( sigmaB = 2.5 ) ').text).toBe('gaussian(sigmaW=1,sigmaB=2.5)');
    expect(parseSpec('linear-layer()').text).toBe('linear-layer');
    expect(parseSpec('uniform(aW=1e-3)').values).toEqual({ aW: 0.001, aB: 2 });
  });

  it.each([
    ['', /not of the form/],
    ['gaussian(sigmaW=1', /not of the form/],
    ['gaussian(sigmaW=1))', /not of the form/],
    ['gausian', /unknown initialization.*known: gaussian/],
    ['gaussian(sigma=1)', /no parameter "sigma=1".*sigmaW, sigmaB/],
    ['gaussian(1)', /no parameter/],
    ['gaussian(sigmaW=1,sigmaW=2)', /given twice/],
    ['gaussian(sigmaW=0)', /must be a number above 0, not "0"/],
    ['gaussian(sigmaB=-1)', /must be a number above 0/],
    ['gaussian(sigmaW=NaN)', /must be a number above 0, not "NaN"/],
    ['gaussian(sigmaW=Infinity)', /must be a number/],
    ['gaussian(sigmaW=1e999)', /must be a number/],
    ['gaussian(sigmaW=)', /must be a number/],
    ['gaussian(sigmaW=0x10)', /must be a number/],
    ['correlated-gaussian(rho=1)', /between -1 and 1/],
    ['linear-layer(aW=1)', /its parameters: none/],
    ['glorot', /zero/],
    ['zero-bias', /rank 2/],
    ['__proto__', /not of the form/],
    ['constructor(a=1)', /unknown initialization/],
    ['gaussian(__proto__=1)', /no parameter/],
  ])('refuses %j in one line', (text, message) => {
    expect(() => parseSpec(text)).toThrow(message);
    expect(() => parseSpec(text)).toThrow(SpecError);
    expect(() => parseSpec(text)).not.toThrow(/\n/);
  });

  it('throws nothing but SpecError on any text', () => {
    const fragments = fc.constantFrom(
      'gaussian',
      'uniform',
      '(',
      ')',
      'aW',
      'sigmaW',
      '=',
      ',',
      '1',
      '-',
      'e',
      '.',
      ' ',
      '\n',
      '\0',
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(fragments, { maxLength: 12 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        try {
          parseSpec(text);
        } catch (error) {
          expect(error).toBeInstanceOf(SpecError);
          expect((error as SpecError).message).not.toContain('\n');
        }
      }),
      { numRuns: 2000 },
    );
  });
});
