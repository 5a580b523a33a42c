import { bindLaw, decideIdentity, definePlugin, type Claim, type Figure, type Row } from 'theorem-check';
import { kernelInterpolant, lawKernel } from 'theorem-check/numerics';

/** Laws with the scale s of their biases. */
const LAWS: Readonly<Record<string, (s: number) => string>> = {
  gaussian: (s) => `gaussian(sigmaW=1,sigmaB=${s})`,
  uniform: (s) => `uniform(aW=1,aB=${6 * s})`,
  'binary-uniform': (s) => `binary-uniform(w0=1,aB=${6 * s})`,
};
const CASES = { quick: 8, full: 40 };
const PLACES = 21;

/** A claim about the infinite-width limit, with everything that is needed to check it. */
const stretchedInputs: Claim = {
  id: 'stretched-inputs',
  title: 'Inputs and biases stretched alike learn the stretched function',
  inBrief:
    'Measure the inputs in other units and draw the biases in the same units: does the network learn the same function in those units? ' +
    'The limit function is computed both ways on random data and compared.',
  kind: 'numeric',
  statement:
    'Let $f$ be what an infinitely wide network learns from $(x_j,y_j)$. From $(sx_j,y_j)$, with biases $sB$ in place of $B$, it ' +
    'learns $x\\mapsto f(x/s)$: the scale of the biases is the length by which the network tells inputs apart.',
  source: 'follows from $\\max(0,\\,W\\,sx+sB)=s\\max(0,\\,Wx+B)$',
  assumptions: [],
  uses: [],
  protocol:
    `Random data of 3 to 8 points and random $s$ between 1/2 and 2, ${CASES.quick} (quick) or ${CASES.full} (full) sets for each of ` +
    `${Object.keys(LAWS).join(', ')}: the two interpolants at ${PLACES} places. Tolerance: 1e3 · eps · cond K · max|y|.`,
  controls: [
    {
      id: 'inputs-alone',
      title: 'the inputs stretched, the biases as they were',
      because: 'the kernel of the same biases is not homogeneous in the inputs',
    },
    {
      id: 'shrunk-biases',
      title: 'the biases shrunk while the inputs are stretched',
      because: 'the scale goes the wrong way',
    },
  ],
  units: (profile) =>
    Object.keys(LAWS).flatMap((law) =>
      Array.from({ length: CASES[profile] }, (_, index) => ({ id: `${law}/${index}`, law, index })),
    ),
  measure(unit, random) {
    const law = String(unit.law);
    const where = random.stream('data');
    const factor = Math.exp((2 * where.uniform() - 1) * Math.LN2);
    const points = 3 + where.integer(6);
    const x = Array.from({ length: points }, (_, j) => (2 * (j + 0.2 + 0.6 * where.uniform())) / points - 1);
    const y = x.map(() => where.normal());
    const learned = (biases: number, stretch: number): ReturnType<typeof kernelInterpolant> =>
      kernelInterpolant({
        kernel: lawKernel(bindLaw(LAWS[law](biases)), stretch),
        x: x.map((value) => stretch * value),
        y,
        adjust: 'none',
      });
    const reference = learned(1, 1);
    const scale = Math.max(...y.map(Math.abs));
    const row = (biases: number): Row[] => {
      const other = learned(biases, factor);
      const deviations = Array.from({ length: PLACES }, (_, k) => {
        const at = -1 + (2 * k) / (PLACES - 1);
        return Math.abs(other.evaluate(factor * at) - reference.evaluate(at));
      });
      const condition = Math.max(reference.condition, other.condition);
      const tolerance = 1e3 * Number.EPSILON * condition * scale;
      return [{ group: law, factor, deviation: Math.max(...deviations), tolerance, scale }];
    };
    return { claim: row(factor), 'inputs-alone': row(1), 'shrunk-biases': row(1 / factor) };
  },
  decide: (rows) => decideIdentity(rows, '1e3 · eps · cond K · max|y|'),
  figures: ({ claim = [], 'inputs-alone': alone = [] }) => [deviations(claim, alone)],
};

/** Deviation of the claim and of a control over the factor, both on logarithmic axes. */
function deviations(claim: readonly Row[], alone: readonly Row[]): Figure {
  const points = (series: string, rows: readonly Row[]): Figure['layers'][number] => ({
    mark: 'points',
    series,
    x: rows.map((row) => Number(row.factor)),
    // Of two numbers that agree to the last bit, the logarithm shows half a bit.
    y: rows.map((row) => Math.max(Number(row.deviation), Number.EPSILON / 2)),
  });
  return {
    id: 'deviations',
    title: 'Stretched inputs: deviation of the two functions',
    caption: 'With biases stretched alike they agree to round-off; with the biases as they were they do not.',
    x: { label: 'factor s', log: true },
    y: { label: 'largest deviation', log: true },
    layers: [points('claim', claim), points('inputs alone', alone)],
  };
}

export default definePlugin({ claims: [stretchedInputs] });
