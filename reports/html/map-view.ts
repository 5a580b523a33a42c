import type { Result } from '../../proofs-check/result.js';
import { theoremMap } from '../theorem-map.js';
import { mapLayout } from './map-layout.js';
import { mapSvg } from './map-svg.js';
import { type Markup, html } from './markup.js';
import { VIEWS, view } from './views.js';

/** How the claims build on each other. */
export function mapView(results: readonly Result[]): Markup {
  const map = theoremMap(results);
  const body =
    results.length === 0
      ? html`<p>No claim was selected.</p>`
      : html`<p>
            An arrow leads from a claim to one that uses it. Shape, sign and colour all show what the evidence
            says: rounded is supported (✔), a hexagon refuted (✘), slanted inconclusive (?), doubled sides
            toothless (!), dashed not in this run.
          </p>
          <div class="scroll wide" role="region" aria-label="Map of the claims">
            ${mapSvg(mapLayout(map))}
          </div>
          <p id="_map-note" class="hint" aria-live="polite"></p>`;
  return view(VIEWS.map, 'How the claims build on each other', body);
}
