/** The part of Algebrite that is used: it ships no types. */
declare module 'algebrite' {
  /** Evaluates one line of text; returns the printed result, or an error message as an ordinary string. */
  export function run(text: string): string;
  /** Forgets all assignments. */
  export function clearall(): void;
}
