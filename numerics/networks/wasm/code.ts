/**
 * The text of one WebAssembly function, line by line. Values are names of locals that are set once; `variable`
 * makes one that changes.
 */
export class Code {
  readonly #constants = new Map<string, string>();
  readonly #lines: string[] = [];
  readonly #locals: string[] = [];
  /** What is already in a local, by its formula; formulas of an inner block are forgotten at its end. */
  #known = new Map<string, string>();
  #count = 0;

  line(text: string): void {
    this.#lines.push(text);
  }

  /** A pair of equal numbers, set once at the head of the function. */
  constant(value: number): string {
    const formula = `(v128.const f64x2 ${literal(value)} ${literal(value)})`;
    const name = this.#constants.get(formula) ?? this.variable();
    this.#constants.set(formula, name);
    return get(name);
  }

  /** The value of a formula without side effects whose operands never change: computed once. */
  pure(formula: string): string {
    const known = this.#known.get(formula);
    if (known) return known;
    const value = this.now(formula);
    this.#known.set(formula, value);
    return value;
  }

  /** The value of a formula as of now. */
  now(formula: string, type = 'v128'): string {
    const name = this.variable(type);
    this.assign(name, formula);
    return get(name);
  }

  variable(type = 'v128'): string {
    const name = `$${++this.#count}`;
    this.#locals.push(`(local ${name} ${type})`);
    return name;
  }

  assign(name: string, formula: string): void {
    this.line(`(local.set ${name} ${formula})`);
  }

  /** Runs the body for `at`, `at + stride`, … below `end`, all i32. */
  loop(at: string, stride: string, end: string, body: () => void): void {
    const label = `$${++this.#count}`;
    const outer = this.#known;
    this.#known = new Map(outer);
    this.line(`(if (i32.lt_u ${get(at)} ${end}) (then (loop ${label}`);
    body();
    this.assign(at, `(i32.add ${get(at)} ${stride})`);
    this.line(`(br_if ${label} (i32.lt_u ${get(at)} ${end})))))`);
    this.#known = outer;
  }

  /** Runs the body if the i32 `condition` is not 0. */
  when(condition: string, body: () => void): void {
    const outer = this.#known;
    this.#known = new Map(outer);
    this.line(`(if ${condition} (then`);
    body();
    this.line('))');
    this.#known = outer;
  }

  toString(): string {
    const constants = [...this.#constants].map(([formula, name]) => `(local.set ${name} ${formula})`);
    return [...this.#locals, ...constants, ...this.#lines].join('\n');
  }
}

export const get = (name: string): string => `(local.get ${name})`;

const literal = (value: number): string =>
  Number.isFinite(value)
    ? Object.is(value, -0)
      ? '-0'
      : String(value)
    : String(value).toLowerCase().slice(0, -5);

export const load = (address: string, offset = 0): string => `(v128.load offset=${offset} ${address})`;

/** Both lanes from one number in memory. */
export const spread = (address: string, offset = 0): string =>
  `(v128.load64_splat offset=${offset} ${address})`;

export const store = (address: string, value: string, offset = 0): string =>
  `(v128.store offset=${offset} ${address} ${value})`;
