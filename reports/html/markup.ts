import { escapeXml } from '../format.js';

/** HTML that stands in the page as it is; everything else is escaped. */
export class Markup {
  constructor(readonly source: string) {}
}

export type Part = Markup | string | number | readonly Part[];

/** HTML from a template: texts and numbers are escaped, markup is not, lists are joined. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.map((literal, k) => (k === 0 ? '' : source(parts[k - 1])) + literal).join(''));
}

export const NOTHING = new Markup('');

function source(part: Part): string {
  if (part instanceof Markup) return part.source;
  if (typeof part === 'string' || typeof part === 'number') return escapeXml(`${part}`);
  return part.map(source).join('');
}
