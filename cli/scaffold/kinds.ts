/** What `new` can begin, and where it lies in a clone of the repository. */
export const KINDS = ['claim', 'initialization', 'activation'] as const;
export type Kind = (typeof KINDS)[number];

export const PLACES: Readonly<Record<Kind, { readonly folder: string; readonly index: string }>> = {
  claim: { folder: 'proofs-check/univariate', index: 'proofs-check/registry.ts' },
  initialization: { folder: 'theory/initializations', index: 'theory/initializations/index.ts' },
  activation: { folder: 'theory/activations', index: 'theory/activations/index.ts' },
};

/** The constant that holds it, `stretched-inputs` giving `stretchedInputsClaim`: no word of the language ends so. */
export function constantName(kind: Kind, name: string): string {
  const camel = name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return `${camel}${capitalized(kind)}`;
}

/** A template with the name in place of the template's own. */
export function filledIn(template: string, kind: Kind, name: string): string {
  return template
    .replaceAll(`new-${kind}`, name)
    .replaceAll(`new${capitalized(kind)}`, constantName(kind, name));
}

const capitalized = (kind: Kind): string => `${kind[0].toUpperCase()}${kind.slice(1)}`;
