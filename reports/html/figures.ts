import { Markup } from './markup.js';

/**
 * A figure's SVG (see figures/figure.ts) as part of a page that holds many: its ids begin with `prefix`. It keeps
 * its white card, on which its colours are chosen, whatever the page's own colours.
 */
export function inlineFigure(svg: string, prefix: string): Markup {
  return new Markup(
    svg
      .replaceAll(/ (id|aria-labelledby)="([^"]*)"/g, (_, name: string, ids: string) => {
        const own = ids.split(' ').map((id) => prefix + id);
        return ` ${name}="${own.join(' ')}"`;
      })
      .replaceAll('url(#', `url(#${prefix}`)
      .replaceAll(/ aria-label="[^"]*"/g, ''),
  );
}
