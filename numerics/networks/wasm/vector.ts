import { get, load, spread, store, type Code } from './code.js';

/** Place in a vector: known when the text is written, or a local that counts. */
export type Index = number | string;

/** Pairs of numbers, one for each input. */
export interface Vector {
  get(i: Index): string;
  set(i: Index, value: string): void;
}

const place = (address: string, i: Index, bytes: number): [address: string, offset: number] =>
  typeof i === 'number'
    ? [address, i * bytes]
    : [`(i32.add ${address} (i32.mul ${i} (i32.const ${bytes})))`, 0];

export const inMemory = (code: Code, address: string, offset: number): Vector => ({
  get(i) {
    const [at, more] = place(address, i, 16);
    return code.now(load(at, offset + more));
  },
  set(i, value) {
    const [at, more] = place(address, i, 16);
    code.line(store(at, value, offset + more));
  },
});

/** Numbers in memory, `bytes` apart, each in both lanes. */
export const spreadFrom =
  (code: Code, address: string, offset: number, bytes: number) =>
  (i: Index): string => {
    const [at, more] = place(address, i, bytes);
    return code.now(spread(at, offset + more));
  };

export function inLocals(code: Code, count: number): Vector {
  const names = Array.from({ length: count }, () => code.variable());
  return {
    get: (i) => code.now(get(names[Number(i)])),
    set: (i, value) => code.assign(names[Number(i)], value),
  };
}

/** Repeats the body for each input: written out if their number is known, else a loop over `$inputs`. */
export function eachInput(code: Code, inputs: number | undefined, body: (i: Index) => void): void {
  if (inputs !== undefined) {
    for (let i = 0; i < inputs; i++) body(i);
    return;
  }
  const i = code.variable('i32');
  code.assign(i, '(i32.const 0)');
  code.loop(i, '(i32.const 1)', get('$inputs'), () => body(get(i)));
}
