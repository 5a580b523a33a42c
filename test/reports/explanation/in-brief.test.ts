import { describe, expect, test } from 'vitest';
import { claims } from '../../../proofs-check/registry.js';
import { GLOSSARY, wordsIn } from '../../../reports/explanation/glossary.js';

/** Words that a reader from outside the field need not know: the glossary explains them, or a brief does without. */
const FIELD_WORDS = new RegExp(
  `\\b(?:${String.raw`
    activations?, adjust(ed|ment), affine, antisymmetric, ASI, arc-cosine, asymptotic\w*, bias(es)?,
    bootstrap, breakpoints?, closed form, components?, computer algebra, condition number, confidence,
    contrasts?, convex, convolution, covariance, cubic, curvature, densit\w+ function, derivatives?,
    eigen\w*, erf, exponents?, Fourier, frequenc\w+, function space, gamma, Gaussian, generalized, GLS,
    gradient descent, gradients?, Green\w*, Hessian, Hilbert, homogene\w*, hyperplanes?,
    initializations?, interpolant, interpolat(e|es|or), Jacobian, kernels?, kinks?, Laplac\w*, layers?,
    learning rates?, least squares, linear (model|function)s?, linearized, Lipschitz, loss, manifold,
    mean squared error, mean-field, measure theory, minimiser, mollif\w*, multipliers?, networks?,
    nonlinear\w*, norms?, NTK, null space, numerical integration, OLS, operators?, optimiser,
    orthogonal\w*, parameters?, parametrization, penalt\w+, polyharmonic, polynomials?, power laws?,
    quadratic program, quadrature, Radon, rank, regulari\w+, ReLUs?, reproducing, residuals?, ridge,
    RKHS, rms, root mean square, saddle, seminorm, SGD, skip connections?, slope interval, Sobolev,
    softplus, splines?, standard error, stochastic, sub-Gaussian, sup norm, support, tangent kernel,
    tanh, targets?, tensor, thin-plate, train(ed|ing)?, units?, variance, variational, weights?, width
  `
    .trim()
    .replaceAll(/,\s+/g, '|')})\\b`,
  'gi',
);

const sentences = (text: string): number => [...text.matchAll(/[.?!](?=\s|$)/g)].length;

describe.each(claims.map((claim) => [claim.id, claim.inBrief] as const))('%s in brief', (_, inBrief) => {
  test('is two to four sentences of plain text', () => {
    expect(inBrief.length).toBeGreaterThan(200);
    expect(inBrief.length).toBeLessThan(650);
    expect(sentences(inBrief)).toBeGreaterThanOrEqual(2);
    expect(sentences(inBrief)).toBeLessThanOrEqual(4);
    expect(inBrief).toMatch(/^[A-Z].*[.]$/);
    // No mathematics, no Markdown, no Greek, no identifiers, no double blanks.
    expect(inBrief).not.toMatch(/[$\\^_`*#<>|=∫√Σ∈≤≥²³⁴½]|[α-ωΑ-Ω]|\s\s|\n/);
  });

  test('uses no word of the field that the glossary does not explain', () => {
    const words = [...inBrief.matchAll(FIELD_WORDS)].map(([word]) => word);
    expect(words.filter((word) => !GLOSSARY.some(({ occurs }) => occurs.test(word)))).toEqual([]);
  });

  test('is no copy of another', () => {
    expect(claims.filter((claim) => claim.inBrief === inBrief)).toHaveLength(1);
  });
});

test('every entry of the glossary is used by some claim, and says what it is', () => {
  const used = new Set(claims.flatMap(({ inBrief }) => wordsIn(inBrief)));
  expect(GLOSSARY.filter((word) => !used.has(word)).map(({ term }) => term)).toEqual([]);
  for (const { term, means, occurs } of GLOSSARY) {
    expect(means.length, term).toBeGreaterThan(10);
    expect(occurs.flags, `${term}: a global pattern would remember where it stopped`).not.toContain('g');
  }
  expect(new Set(GLOSSARY.map(({ term }) => term)).size).toBe(GLOSSARY.length);
});
