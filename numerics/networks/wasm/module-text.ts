import type { Activation } from '../../../theory/activations/activation.js';
import { Code, get } from './code.js';
import { entry, PARAMETERS, UNROLLED } from './layout.js';
import { kernelName } from './kernel-name.js';
import { linearStep } from './linear-step.js';
import { smoothStep } from './smooth-step.js';

/** A module in text format: one function for each number of inputs that has its own, and one for any number. */
export function moduleText(step: (code: Code, inputs: number | undefined) => void): string {
  const parameters = [...PARAMETERS, ['left', 'f64']]
    .map(([name, type]) => `(param $${name} ${type})`)
    .join(' ');
  const functions = [...UNROLLED, undefined].map((inputs) => {
    const code = new Code();
    step(code, inputs);
    return `(func (export "${entry(inputs ?? Infinity)}") ${parameters}\n${code.toString()})`;
  });
  return `(module\n(import "host" "memory" (memory 0))\n${functions.join('\n')})\n`;
}

/** The texts of all modules by name; see `kernelName`. */
export function moduleTexts(activations: readonly Activation[]): Map<string, string> {
  const texts = new Map([
    ['relu', moduleText((code, inputs) => linearStep(code, inputs, 1))],
    [
      'leaky-relu',
      moduleText((code, inputs) => linearStep(code, inputs, 2, `(f64x2.splat ${get('$left')})`)),
    ],
  ]);
  for (const activation of activations) {
    const { formula, slopes } = activation;
    const name = kernelName(activation);
    if (!name || !formula || slopes) continue;
    texts.set(
      name,
      moduleText((code, inputs) => smoothStep(code, inputs, formula)),
    );
  }
  return texts;
}
