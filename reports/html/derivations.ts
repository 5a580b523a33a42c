import type { Derivation, Step } from '../../theory/derivation.js';
import { STATUS, tally } from '../markdown/derivation.js';
import { formula } from './formula.js';
import { type Markup, NOTHING, type Part, html } from './markup.js';
import { prose } from './prose.js';

/** All derivations of a claim, folded away; the first is open where it is the only one. */
export function derivations(all: readonly Derivation[]): Part {
  if (all.length === 0) return NOTHING;
  const open = all.length === 1 ? ' open' : '';
  return html`<h3>${all.length === 1 ? 'Derivation' : 'Derivations'}</h3>
    ${all.map(
      (each) => html`<details${open}><summary>${prose(each.title)} <small>${tally(each)}</small></summary>
<ol class="steps">${each.steps.map(step)}</ol></details>
`,
    )}`;
}

function step({ title, latex, status, verifiedBy }: Step): Markup {
  return html`<li>
    <p>
      <strong>${prose(title)}</strong>
      <span class="step ${status}">${STATUS[status]}</span
      >${verifiedBy === '' ? '' : [': ', prose(verifiedBy)]}
    </p>
    <div class="scroll">${formula(latex, true)}</div>
  </li> `;
}
