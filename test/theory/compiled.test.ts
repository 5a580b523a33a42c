import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compiled } from '../../theory/compiled.js';

describe('compiled', () => {
  it('finds the twin in dist/ from source, and the sibling from compiled code', () => {
    const twin = compiled(new URL('../../theory/cas/ask.ts', import.meta.url).href, './worker.js');
    expect(twin.pathname).toMatch(/\/dist\/theory\/cas\/worker\.js$/);
    expect(existsSync(twin)).toBe(true);
    expect(compiled(twin.href, './ask.js').pathname).toMatch(/\/dist\/theory\/cas\/ask\.js$/);
  });

  it('says how to mend a missing build', () => {
    expect(() => compiled(import.meta.url, './nowhere.js')).toThrow(
      /dist\/test\/theory\/nowhere\.js, expected .*npm run build/,
    );
  });
});
