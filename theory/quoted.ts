const LONGEST = 120;

/**
 * A user's text for a message: in quotes, without line ends, cut to 120 characters. The first character beyond ASCII is
 * named, since many look like a letter, a digit or a minus sign.
 */
export function quoted(text: string): string {
  const shown = JSON.stringify(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
  const other = /[^\0-\u007f]/u.exec(text.slice(0, LONGEST + 1))?.[0];
  return other === undefined ? shown : `${shown} (with ${characterNamed(other)}, beyond ASCII)`;
}

/** A character and, beyond ASCII, its number: `"−", U+2212`. */
export function characterNamed(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const number = code.toString(16).toUpperCase().padStart(4, '0');
  return code < 128 ? JSON.stringify(character) : `${JSON.stringify(character)} U+${number}`;
}
