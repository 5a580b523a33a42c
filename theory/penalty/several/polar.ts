import type { Step } from '../../derivation.js';
import { call, mul, neg, pow, sub, sym } from '../../expression/construct.js';
import { differentiate } from '../../expression/differentiate.js';
import { toLatex } from '../../expression/latex.js';
import { identity, stated } from '../step.js';
import { once } from './once.js';

const [U, C, R, T, F, P] = ['u', 'c', 'r', 't', 'f', 'p'].map(sym);

/** The polar form of a unit, (W, B) = (uV, −cu), and the integral along the ray that ζ(V, c) is. */
export const polarSteps = once(async (inputs: number, degree: number): Promise<readonly Step[]> => {
  const moment = `E[U^{${2 * degree}}\\mid V,c]`;
  const exponent = inputs + 2 * degree;
  // w = (r cos t, r sin t · V′): a plane polar system in each step from d − 1 to d
  const plane = [mul(R, call('cos', T)), mul(R, call('sin', T))];
  const derivatives = plane.map((e) => [differentiate(e, 'r'), differentiate(e, 't')]);
  const determinant = sub(
    mul(derivatives[0][0], derivatives[1][1]),
    mul(derivatives[0][1], derivatives[1][0]),
  );
  return [
    stated(
      'Definition',
      `\\zeta(V,c) = p(V,c)\\,${moment},\\qquad V = \\frac{W}{\\lVert W\\rVert},\\quad c = -\\frac{B}{\\lVert W\\rVert},\\quad U = \\lVert W\\rVert,` +
        `\\qquad V\\in S^{${inputs - 1}}`,
      `definition (Theorem 6); p(V, c) is the density with respect to surface measure times dc`,
    ),
    ...(inputs === 1
      ? []
      : [
          await identity(
            'Polar coordinates, by induction on d: $w = (r\\cos t,\\ r\\sin t\\,V^{\\prime})$ with $V^{\\prime}\\in S^{d-2}$',
            '\\det\\frac{\\partial(r\\cos t,\\,r\\sin t)}{\\partial(r,t)} = r \\ \\Rightarrow\\ dw = (r\\sin t)^{d-2}\\,r\\,dr\\,dt\\,dV^{\\prime} ' +
              '= r^{d-1}\\,dr\\,dV,\\qquad dV = \\sin^{d-2}t\\,dt\\,dV^{\\prime}',
            sub(determinant, R),
            { r: 'positive', t: 'real' },
          ),
        ]),
    await identity(
      'Jacobian of $B = -cU$ for given U',
      '\\left\\lvert\\frac{\\partial(-cu)}{\\partial c}\\right\\rvert = u',
      sub(neg(differentiate(neg(mul(C, U)), 'c')), U),
      { u: 'positive', c: 'real' },
    ),
    await identity(
      'W and B independent: the integral over u > 0 (u = ‖W‖ is never negative)',
      `\\zeta(V,c) = \\int_0^\\infty u^{${2 * degree}}\\cdot ${toLatex(pow(U, inputs - 1))}\\,p_W(uV)\\cdot u\\,p_B(-cu)\\,du ` +
        `= \\int_0^\\infty u^{${exponent}}\\,p_W(uV)\\,p_B(-cu)\\,du`,
      sub(mul(pow(U, 2 * degree), pow(U, inputs - 1), F, U, P), mul(pow(U, exponent), F, P)),
      { u: 'positive', f: 'positive', p: 'positive' },
    ),
  ];
});

/**
 * A law of W that is invariant under rotations, p_W(w) = h(‖w‖), whatever h:
 * ζ(V, c) = E[U^(2k+1) p_B(−cU)]/|S^(d−1)|.
 */
export const rotationStep = once(async (inputs: number, degree: number): Promise<Step> => {
  const [h, s] = ['h', 's'].map(sym);
  const odd = 2 * degree + 1;
  const surface = `\\lvert S^{${inputs - 1}}\\rvert`;
  const norm = mul(s, pow(U, inputs - 1), h);
  return identity(
    'Rotation-invariant weights, $p_W(w) = h(\\lVert w\\rVert)$: an expectation over the norm alone',
    `p_U(u) = ${surface}\\,${toLatex(mul(pow(U, inputs - 1), h))}(u)\\ \\Rightarrow\\ u^{${inputs + 2 * degree}}h(u)\\,p_B(-cu) = ` +
      `\\frac{u^{${odd}}\\,p_U(u)\\,p_B(-cu)}{${surface}},\\qquad \\zeta(V,c) = \\frac{E[U^{${odd}}p_B(-cU)]}{${surface}}`,
    sub(mul(pow(U, inputs + 2 * degree), h, P), mul(pow(U, odd), norm, P, pow(s, -1))),
    { u: 'positive', h: 'positive', p: 'positive', s: 'positive' },
  );
});
