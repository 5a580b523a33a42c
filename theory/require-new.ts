/** The entry itself, for a registry. @throws RangeError for a name that one of the others has, or that is reserved */
export function requireNew<T extends { readonly name: string }>(
  entry: T,
  others: readonly { readonly name: string }[],
  reserved: readonly string[] = [],
): T {
  const { name } = entry;
  if (![...reserved, ...others.map((other) => other.name)].includes(name)) return entry;
  throw new RangeError(`the name ${name} is taken; choose another`);
}
