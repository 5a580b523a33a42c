import type { SymbolDomain } from '../../../theory/expression/domain.js';

const GAUSS = '2*s^3*t^3/(pi*(t^2 + s^2*x^2)^2)';
const RATE = '(1/(2*s^2) + x^2/(2*t^2))';

/** Identities of the kind that the derivations of ζ need: each must be proved. */
export const trueIdentities: readonly (readonly [zero: string, domain: SymbolDomain])[] = [
  [`1/${RATE}^2 - 4*s^4*t^4/(t^2 + s^2*x^2)^2`, 'positive'],
  [`2/(2*pi*s*t)*1/(2*${RATE}^2) - ${GAUSS}`, 'positive'],
  [`${GAUSS} - 2*(s/t)^3*t^2/(pi*(1 + (s/t)^2*x^2)^2)`, 'positive'],
  ['exp(-w^2/(2*s^2))*exp(-(w*x)^2/(2*t^2)) - exp(-(1/(2*s^2) + x^2/(2*t^2))*w^2)', 'real'],
  ['1/sqrt(2*pi*s^2)*1/sqrt(2*pi*t^2) - 1/(2*pi*s*t)', 'positive'],
  ['sqrt(2*pi)*sqrt(2/pi) - 2', 'real'],
  [
    's^3/(b*sqrt(2*pi))*2*gammaP2(b^2/(2*s^2*x^2)) - s^3/(b*sqrt(2*pi))*(2 - (b^2/(s*x)^2 + 2)*exp(-b^2/(2*(s*x)^2)))',
    'positive',
  ],
  ['(1 - (1 + q*a^2)*exp(-q*a^2))/(2*q^2*a*s*sqrt(2*pi)) - gammaP2(q*a^2)/(q^2*a*s*sqrt(8*pi))', 'positive'],
  ['6/(1/r + x/c)^4/(4*r*c)*2 - 3*r^3*c^3/(c + r*x)^4', 'positive'],
  ['(b/x)^4/(8*a*b) - b^3/(8*a*x^4)', 'positive'],
  ['abs(-w*x)*abs(y) - abs(w)*abs(x*y)', 'real'],
  ['abs(x)^2 - x^2', 'real'],
  ['sqrt(x^2) - abs(x)', 'real'],
  ['sqrt(s^2*(1 + x^2)) - s*sqrt(1 + x^2)', 'positive'],
  ['(s^2 + x^2)^(3/2)/(s^2 + x^2) - sqrt(s^2 + x^2)', 'real'],
  ['1/(sqrt(s^2 + 1) - s) - sqrt(s^2 + 1) - s', 'real'],
  ['exp(-abs(w)/r)*exp(-abs(w*x)/c) - exp(-abs(w)*(1/r + abs(x)/c))', 'real'],
  ['exp(x)*exp(y) - exp(x + y)', 'real'],
  ['1/exp(x/2)^2 - exp(-x)', 'real'],
  ['erf(-x/sqrt(2)) + erf(x/sqrt(2))', 'real'],
  ['sin(t)^2 - 1 + cos(t)^2', 'real'],
  ['(x + y)^4 - x^4 - 4*x^3*y - 6*x^2*y^2 - 4*x*y^3 - y^4', 'real'],
  ['x^3/(x - y) - x^2 - x*y - y^2 - y^3/(x - y)', 'real'],
  ['sqrt(2)*sqrt(3)*sqrt(6) - 6', 'real'],
  ['0.125 - 1/8', 'real'],
];
