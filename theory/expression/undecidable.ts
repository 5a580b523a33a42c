/** The expression has no real value at a point. */
export class Undefined extends Error {
  override readonly name = 'Undefined';
}

/** A method cannot tell the value at a point (a sign or a zero too close to call): try another point. */
export class Unsure extends Error {
  override readonly name = 'Unsure';
}

/** A method does not apply to the expression at all; the message says why. */
export class Inapplicable extends Error {
  override readonly name = 'Inapplicable';
}
