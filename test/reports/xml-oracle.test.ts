import { describe, expect, it } from 'vitest';
import { xmlDefect } from './xml-oracle.js';

describe('the XML oracle', () => {
  it.each(['<a/>', '<?xml version="1.0"?>\n<a b="1" c="&lt;"><d>x &amp; y</d><e/></a>\n<!-- end -->\n'])(
    'accepts %s',
    (xml) => {
      expect(xmlDefect(xml)).toBeUndefined();
    },
  );

  it.each([
    '<a>',
    '</a>',
    '<a><b></a></b>',
    '<a/><b/>',
    'text',
    '<a>x & y</a>',
    '<a>&nbsp;</a>',
    '<a b=c/>',
    '<a b="1" b="2"/>',
    '<a b="<"/>',
    '<a>\u0000</a>',
    '<a>1 < 2</a>',
  ])('rejects %j', (xml) => {
    expect(xmlDefect(xml)).toBeDefined();
  });
});
