import { z } from 'zod';
import type { Activation } from '../../theory/activations/activation.js';
import type { Initialization, Parameter } from '../../theory/initializations/initialization.js';
import type { VectorInitialization } from '../../theory/initializations/several/vector-initialization.js';
import { PROFILES, type Claim } from '../claim.js';
import { ID, RESERVED_IDS } from '../ids.js';
import { PluginError, type Plugin } from './plugin.js';

/** A check for every field of an interface: one that is added there and not here does not compile. */
type Fields<T> = Readonly<Record<keyof T, z.ZodType>>;

const text = z.string().min(1);
const list = z.array;
const isFunction = z.custom((value) => typeof value === 'function', 'expected a function');
const expression = z.custom(
  (value) => typeof value === 'object' && value !== null && 'kind' in value,
  'expected an expression, as parse("…") gives it',
);
/** Names of laws and activations, as specifications spell them. */
const name = z.string().regex(/^[a-z][a-z0-9-]*$/, 'expected small letters, digits and hyphens');
const id = z.string().regex(ID, 'expected letters, digits and single hyphens');
const pageId = id.refine((value) => !RESERVED_IDS.includes(value), 'a page of the report has this name');
/** A hypothesis beside 'claim', and a field of the evidence. */
const controlId = id.refine((value) => value !== 'claim' && !(value in {}), 'this id is taken');

const claim = z.strictObject({
  id: pageId,
  title: text,
  inBrief: text,
  kind: z.enum(['symbolic', 'numeric', 'statistical']),
  statement: text,
  source: text,
  assumptions: list(z.strictObject({ statement: text, measured: isFunction })),
  uses: list(id),
  protocol: text,
  controls: list(
    z.strictObject({
      id: controlId,
      title: text,
      because: text,
      profiles: list(z.enum(PROFILES)).optional(),
    }),
  )
    .min(1, 'expected at least one control: a false version of the claim that must be refuted')
    .refine((controls) => new Set(controls.map((one) => one.id)).size === controls.length, 'two have one id'),
  derivations: isFunction.optional(),
  repeatable: z.literal(true).optional(),
  units: isFunction,
  measure: isFunction,
  decide: isFunction,
  figures: isFunction,
  findings: isFunction.optional(),
} satisfies Fields<Claim>);

const parameter = z.strictObject({
  name: z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/, 'expected letters and digits'),
  latex: text,
  meaning: text,
  default: z.number(),
  domain: z.tuple([z.number().or(z.literal(-Infinity)), z.number().or(z.literal(Infinity))]),
} satisfies Fields<Parameter>);

const piece = z.strictObject({
  from: expression.optional(),
  to: expression.optional(),
  zeta: expression,
  atZero: expression.optional(),
});
const bound = expression.optional();
const law = z.discriminatedUnion('form', [
  z.strictObject({
    form: z.literal('density'),
    density: expression,
    bounds: z.strictObject({ w: bound, b: bound, radius: bound }),
    secondMoment: bound,
  }),
  z.strictObject({
    form: z.literal('atoms'),
    w: expression,
    density: expression,
    bounds: z.strictObject({ b: bound }),
  }),
]);

const initialization = z.strictObject({
  name,
  title: text,
  parameters: list(parameter),
  law,
  zeta: list(piece).min(1),
  zetaOfDegree: isFunction.optional(),
  draw: isFunction,
  kernel: z.strictObject({ expression, within: bound }).optional(),
  outsideHypothesis: text.optional(),
  source: text,
} satisfies Fields<Initialization>);

const vectorInitialization = z.strictObject({
  name,
  title: text,
  parameters: list(parameter),
  law: isFunction,
  zeta: isFunction,
  centre: bound,
  directional: z.boolean(),
  draw: isFunction,
  kernel: isFunction.optional(),
  oneInput: z
    .strictObject({ law: z.looseObject({ name }), where: z.record(z.string(), expression).optional() })
    .optional(),
  source: text,
} satisfies Fields<VectorInitialization>);

const activation = z.strictObject({
  name,
  title: text,
  value: isFunction,
  derivative: isFunction,
  formula: z.strictObject({ value: isFunction, derivative: isFunction }).optional(),
  homogeneity: z.number().optional(),
  greens: z.strictObject({ order: z.int().min(1), jump: z.number() }).optional(),
  slopes: z.tuple([z.number(), z.number()]).optional(),
} satisfies Fields<Activation>);

const plugin = z.strictObject({
  claims: list(claim).optional(),
  initializations: list(initialization).optional(),
  vectorInitializations: list(vectorInitialization).optional(),
  activations: list(activation).optional(),
} satisfies Fields<Plugin>);

/**
 * The plugin, each field of it checked.
 * @throws PluginError in one line with file and field
 */
export function checkedPlugin(value: unknown, file: string): Plugin {
  const { error } = plugin.safeParse(value);
  // The schema has looked at every field; its own copy would lose what the prototypes of objects hold.
  if (!error) return value as Plugin;
  const [{ path, message }] = error.issues;
  const field = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  throw new PluginError(`plugin ${file}: ${field.slice(1) || 'its default export'}: ${message}`);
}
