/** Where a claim is written: a file, and the line of its `id:`. */
export interface Source {
  /** Relative to the root of the package's sources; of a plugin, as the command names it. */
  readonly file: string;
  readonly line: number;
}

/** By claim id; claims whose sources are not at hand (of an installed package) are not in it. */
export type Sources = ReadonlyMap<string, Source>;
