import type { SymbolDomain } from '../../../theory/expression/domain.js';

/** A statement `zero` = 0 on the domain that is false, with what is wrong. */
export interface Falsehood {
  readonly zero: string;
  readonly domain: SymbolDomain;
  readonly because: string;
}

const falsehood = (zero: string, domain: SymbolDomain, because: string): Falsehood => ({
  zero,
  domain,
  because,
});

// nerdamer 1.1.13 and Algebrite 1.4.0 proposed the left sides of those marked so.
export const falseIdentities: readonly Falsehood[] = [
  falsehood('log(x^2) - 2*log(x)', 'real', 'log(x) is undefined for x < 0; both systems say 0'),
  falsehood('log(x*y) - log(x) - log(y)', 'real', 'as above, in two symbols'),
  falsehood('log(x^4) - 4*log(x)', [-3, -1], 'as above, nowhere defined'),
  falsehood('sqrt(x^2) - x', 'real', 'it is |x| − x'),
  falsehood('sqrt(x^2) + x', 'real', 'it is |x| + x'),
  falsehood('1/sqrt(y^2) - abs(y)', 'real', 'Algebrite simplifies 1/√(y²) to |y|'),
  falsehood('sqrt(x)*sqrt(y) - sqrt(x*y)', 'real', 'undefined for x, y < 0'),
  falsehood('sqrt(x^2 + y^2) - x - y', 'positive', 'a root is not additive'),
  falsehood('sqrt((x - 1000)^2) + x - 1000', 'positive', 'true only for x < 1000'),
  falsehood('abs(x - 1000000) + x - 1000000', 'positive', 'true only for x < 10^6'),
  falsehood('max(x, -1000) - x', 'real', 'true only for x > −1000'),
  falsehood('min(x, y) - x', 'real', 'true only for x < y'),
  falsehood('abs(s - s/2)^2 - s^2/2', 'real', 'nerdamer: it is s²/4'),
  falsehood('abs(x) + abs(y) - abs(x + y)', 'real', 'true only for equal signs'),
  falsehood('1/3 - 0.3333333333333333', 'real', 'nerdamer: 3e-17'),
  falsehood('0.1 + 0.2 - 0.30000000000000004', 'real', 'true in double precision only'),
  falsehood('x/10^30', 'real', 'small, not zero'),
  falsehood('(x + 1/10^30)^2 - x^2', 'positive', 'small, not zero'),
  falsehood('exp(x)*(1 + 1/10^28) - exp(x)', 'real', 'small, not zero'),
  falsehood('pi - 355/113', 'real', 'to six digits only'),
  falsehood('exp(pi*sqrt(163)) - 262537412640768744', 'real', 'to thirty digits only, relative'),
  falsehood('s^2*x^2 + t^2 - (t - s*x)*(t + s*x)', 'real', 'nerdamer factors so'),
  falsehood('exp(a)*exp(b) - exp(a*b)', 'real', 'a product of exponents'),
  falsehood('exp(a + b) - exp(a) - exp(b)', 'real', 'an exponential is not additive'),
  falsehood('2*x*sqrt(s^2 + 1) - 2*x*s*sqrt(s^2 + 1)', 'real', 'nerdamer differentiates x²√(s²+1) wrongly'),
  falsehood('2*s^3*t^3/(t^2 + s^2*x^2)^2 - 2*s^3*t^3/(pi*(t^2 + s^2*x^2)^2)', 'positive', '1/π dropped'),
  falsehood(
    '2*s^3*t^3/(pi*(t^2 + s^2*x^2)^(3/2)) - 2*s^3*t^3/(pi*(t^2 + s^2*x^2)^2)',
    'positive',
    'exponent 3/2',
  ),
  falsehood('2*s^2*t^3/(pi*(t^2 + s^2*x^2)^2) - 2*s^3*t^3/(pi*(t^2 + s^2*x^2)^2)', 'positive', 's² for s³'),
  falsehood(
    '2*s^3*t^3/(pi*(s^2 + t^2*x^2)^2) - 2*s^3*t^3/(pi*(t^2 + s^2*x^2)^2)',
    'positive',
    's and t exchanged',
  ),
  falsehood(
    's^3/(b*sqrt(2*pi))*(gammaP2(b^2/(s^2*x^2)) - 2*gammaP2(b^2/(2*s^2*x^2)))',
    'positive',
    'T² for T²/2',
  ),
  falsehood(
    's^3/(b*sqrt(2*pi))*(2 - (u^2 + 1)*exp(-u^2/2)) - s^3/(b*sqrt(2*pi))*(2 - (u^2 + 2)*exp(-u^2/2))',
    'positive',
    'T² + 1 for T² + 2',
  ),
  falsehood('3*r^3*c^3/(c + r*x)^4 - 3*r^3*c^3/(c + r*x)^3', 'positive', 'Laplace, power 3 for 4'),
  falsehood('1/(8*x^4) - 1/(8*x^3)', 'positive', 'uniform, outside'),
  falsehood('gammaP2(x) - 1 + exp(-x)', 'positive', 'order 1 for order 2'),
  falsehood('erf(x) - 2*x/sqrt(pi)', 'real', 'first order only'),
  falsehood('sin(x) - x + x^3/6 - x^5/120', [-0.01, 0.01], 'Taylor polynomial on a small interval'),
  // Cases far out, inside exponents and across poles; values below any fixed precision.
  falsehood('exp(100 - x) - exp(abs(x - 100))', 'positive', 'a case in an exponent: true only for x < 100'),
  falsehood('exp(100 - x) - exp(max(x - 100, 100 - x))', 'positive', 'as above'),
  falsehood('exp(100 - x) - exp(sqrt((x - 100)^2))', 'positive', 'as above'),
  falsehood('exp(x + y) - exp(x)*exp(min(y, 1000))', 'positive', 'true only for y < 1000'),
  falsehood('exp(1000*y - x) - exp(abs(x - 1000*y))', 'positive', 'true only for x < 1000y'),
  falsehood('exp(1 - x/10^30) - exp(abs(1 - x/10^30))', 'positive', 'true only for x < 10^30'),
  falsehood('sqrt(((x - 100)^(-1)*y)^2) - y/(100 - x)', 'positive', 'the sign changes through a pole'),
  falsehood('sqrt((x - 100)^(-2)) - 1/(100 - x)', 'positive', 'as above'),
  falsehood('sqrt(((x - 10^30)^(-1)*y)^2) - y/(10^30 - x)', 'positive', 'as above, far out'),
  falsehood('sqrt(erf(y/(x - 10^30))^2) - erf(y/(10^30 - x))', 'positive', 'as above, inside a function'),
  falsehood('sqrt((y/((x - 10^30)^(-1)*y))^2) - 10^30 + x', 'positive', 'a pole below makes a zero'),
  falsehood(
    'atan2(1, 1/(100 - x)) - atan2(100 - x, 1)',
    'positive',
    'two analytic functions on either side of a pole',
  ),
  falsehood('atan2(1, 1/(10^30 - x)) - atan2(10^30 - x, 1)', 'positive', 'as above, far out'),
  falsehood('atan2(x - 100, -1) - atan2(100 - x, 1) + pi', 'positive', 'beyond the cut, differs by 2π'),
  falsehood('atan2(x - 10^30, -1) - atan2(10^30 - x, 1) + pi', 'positive', 'as above, far out'),
  falsehood('atan2((x - 10^30)^2, x - 10^30) - atan2(x - 10^30, 1) - pi', 'positive', 'through the origin'),
  falsehood('atan2(sin(x), cos(x)) - x', 'positive', 'true only for x < π'),
  falsehood('log((x - 100)^2) - 2*log(100 - x)', 'positive', 'undefined for x > 100'),
  falsehood('log((x - 10^30)^2) - 2*log(10^30 - x)', 'positive', 'undefined far out'),
  falsehood('((x - 100)^2)^(1/3) - (100 - x)^(2/3)', 'positive', 'undefined for x > 100'),
  falsehood('((x - 10^30)^2)^(1/3) - (10^30 - x)^(2/3)', 'positive', 'undefined far out'),
  falsehood('((x - 100)^2)^y - exp(2*y*log(100 - x))', 'positive', 'undefined for x > 100'),
  falsehood('sqrt(100 - x)*sqrt(100 - x) - 100 + x', 'positive', 'undefined for x > 100'),
  falsehood('x + exp(-120) - x', 'positive', 'tiny: 1e-52'),
  falsehood('x + exp(-600) - x', 'positive', 'tiny: 1e-261'),
  falsehood('x + exp(-10000) - x', 'positive', 'tiny: 1e-4343'),
  falsehood('x + exp(-exp(x + 9)) - x', 'positive', 'tiny: 1e-3500'),
  falsehood('x + 10^(-50)*pi - x', 'positive', 'tiny'),
  falsehood('x + 10^(-60) - x + erf(x) - erf(x)', 'positive', 'tiny'),
  falsehood('10^200*x + exp(-x) - 10^200*x', 'positive', 'small beside what cancels'),
  falsehood('10^400*x + exp(-x) - 10^400*x', 'positive', 'small beside what cancels'),
  falsehood('erf(x + 20) - 1', 'positive', 'erfc(20) = 5e-176'),
  falsehood('erf(x + 40) - 1', 'positive', 'erfc(40) < 1e-690'),
  falsehood('gammaP2(x + 200) - 1', 'positive', '1e-85'),
  falsehood('gammaP2(x + 2000) - 1', 'positive', '1e-865'),
  falsehood('cos(x/10^40) - 1', 'positive', '1e-80'),
  falsehood('pi*(1 + 10^(-200)*x)^2 - pi - 2*pi*10^(-200)*x', 'positive', '1e-400'),
  falsehood('1/(1 + exp(-x - 200)) - 1', 'positive', '1e-87'),
  falsehood('log(exp(x) + exp(x - 200)) - x', 'positive', '1e-87'),
  falsehood('x + max(x - 100, 0)*exp(-200) - x', 'positive', 'tiny and beyond a corner'),
  falsehood(
    'max(x - 30, 0)*max(y - 30, 0)*max(z - 30, 0)*max(u - 30, 0)',
    'positive',
    'zero unless all are > 30',
  ),
  falsehood('max(x - 10^6, 0)*max(y - 10^6, 0)*max(z - 10^6, 0)', 'positive', 'zero unless all are > 10^6'),
  falsehood('abs(x - 10^(-400)) - x + 10^(-400)', 'positive', 'true but for x < 1e-400'),
  falsehood('abs((x - 10^(-200))^3) - (x - 10^(-200))^3', 'positive', 'underflow of an interval'),
  falsehood('abs(exp(x)) + exp(x)', [-2000, -1000], 'underflow of an interval'),
  falsehood('abs(x - 1/10^9) - x + 1/10^9', [0, 10], 'true but near the left end'),
];

/** Wrong derivatives: `antiderivative` was proposed for `integrand` (or is a near miss). */
export const falseAntiderivatives: readonly (readonly [
  integrand: string,
  antiderivative: string,
  variable: string,
])[] = [
  [
    'w^2*exp(-w^2)',
    '-1/4*((2*w^2 - 3)*exp(w^2)*erf(w)*sqrt(pi) - 2 + 2*w)*exp(-w^2) + 1/2*erf(w)*sqrt(pi)*w^2',
    'w',
  ],
  ['x^2/(a + b*x)', 'x^2/(2*b) - a*x/b + a^2*log(a + b*x)/b^2', 'x'],
  ['w^3*exp(-k*w^2)', '-(w^2/(2*k) + 1/k^2)*exp(-k*w^2)', 'w'],
  ['w^3', 'w^4/3', 'w'],
];
