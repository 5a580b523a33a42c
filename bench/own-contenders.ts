import type { Stepper } from '../numerics/networks/descend.js';
import { evaluateNetwork } from '../numerics/networks/network.js';
import { plainStepper } from '../numerics/networks/plain-trainer.js';
import { wasmStepper } from '../numerics/networks/wasm/wasm-stepper.js';
import { pointOrder, type Case } from './cases.js';
import { ORDER, type Contender } from './contender.js';
import { driver, timed } from './drive.js';

export const PLAIN = 'typed arrays';
export const WASM = 'WebAssembly';

/** The plain trainer's two implementations of a step. */
export const ownContenders = (): Contender[] => [
  own(PLAIN, plainStepper),
  own(WASM, (network, data, rates) => {
    const stepper = wasmStepper(network, data, rates);
    if (!stepper) throw new Error('no WebAssembly kernels: run npm run build');
    return stepper;
  }),
];

function own(name: string, make: typeof plainStepper): Contender {
  const running = new Map<string, { stepper: Stepper; drive: (steps: number) => void }>();
  const of = ({ id }: Case) => running.get(id)!;
  return {
    name,
    peer: false,
    start(each) {
      const stepper = make(each.network, each.data, each.rates);
      running.set(each.id, { stepper, drive: driver(stepper, each.data, pointOrder(each, ORDER)) });
      return Promise.resolve();
    },
    run: (each, steps) => Promise.resolve(timed(() => of(each).drive(steps))),
    outputs: (each) => Promise.resolve(evaluateNetwork(of(each).stepper.network(), each.data.x)),
  };
}
