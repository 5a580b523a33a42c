import type { Step } from '../../derivation.js';
import { mul, PI, pow, rational, sqrt, sub, sym } from '../../expression/construct.js';
import type { Expr } from '../../expression/expression.js';
import { toLatex } from '../../expression/latex.js';
import { parse } from '../../expression/parse.js';
import { substitute } from '../../expression/substitute.js';
import { ballVolume, piRationalText, sphereSurface } from '../../pi-rational.js';
import { identity } from '../step.js';
import { once } from './once.js';
import { gaussianMoment } from './gaussian-moment.js';

/** |S^(d−1)| as an expression. */
export const surfaceOf = (inputs: number): Expr => parse(piRationalText(sphereSurface(inputs)));

/** |S^(d−1)| from the integral of e^{−‖x‖²} over ℝ^d, a power of √π in Cartesian coordinates. */
export const surfaceSteps = once(async (inputs: number): Promise<readonly Step[]> => {
  const moment = await gaussianMoment(inputs - 1);
  const surface = surfaceOf(inputs);
  const radial = substitute(moment.value, { k: rational(1) });
  return [
    ...moment.steps,
    await identity(
      'Surface of the sphere, from the integral of $e^{-\\lVert x\\rVert^2}$ in Cartesian and in polar coordinates',
      `\\pi^{${inputs}/2} = \\lvert S^{${inputs - 1}}\\rvert\\,M_{${inputs - 1}}\\big|_{k=1}\\ \\Rightarrow\\ ` +
        `\\lvert S^{${inputs - 1}}\\rvert = ${toLatex(surface)}`,
      sub(pow(sqrt(PI), inputs), mul(surface, radial)),
      {},
    ),
  ];
});

/** The volume of the ball of radius r, by shells. */
export const ballStep = once(async (inputs: number): Promise<Step> => {
  const volume = parse(piRationalText(ballVolume(inputs)));
  return identity(
    'Volume of the ball, by shells',
    `\\int_0^{r}\\lvert S^{${inputs - 1}}\\rvert u^{${inputs - 1}}du = \\frac{\\lvert S^{${inputs - 1}}\\rvert}{${inputs}}\\,r^{${inputs}} = ` +
      toLatex(mul(volume, pow(sym('r'), inputs))),
    mul(pow(sym('r'), inputs), sub(mul(surfaceOf(inputs), rational(1, inputs)), volume)),
    { r: 'positive' },
  );
});
