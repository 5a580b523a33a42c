/** Stands where something is still to be written. @throws Error always, saying what */
export function toBeWritten(what: string): never {
  throw new Error(`${what}: to be written (docs/extending.md says how)`);
}
