import { definePlugin, positive, toBeWritten, type Initialization } from 'theorem-check';

/** To be written: the law of (W, B) in one line. */
export const newInitialization: Initialization = {
  name: 'new-initialization',
  title: 'To be written: the law in a few words',
  // name, LaTeX, meaning, default
  parameters: [positive('scale', 's', 'to be written: what it is the scale of', 1)],
  // { form: 'density', density: parse('exp(-w^2/2 - b^2/(2*scale^2)) / (2*pi*scale)'), bounds: {} }, or, for W = ±w,
  // { form: 'atoms', w: parse('1'), density: parse('1/(2*scale)'), bounds: { b: parse('scale') } }
  law: toBeWritten('law of new-initialization'),
  // ζ(x) = ∫|w|³ p(w, −wx) dw in closed form, in pieces of |x|: [{ to: parse('scale'), zeta: parse('1/(2*scale)') }]
  zeta: toBeWritten('zeta of new-initialization'),
  // one draw [w, b], from variates.normal(), uniform() and sign()
  draw: () => toBeWritten('draw of new-initialization'),
  source: 'To be written: paper, or what it follows from',
};

export default definePlugin({ initializations: [newInitialization] });
