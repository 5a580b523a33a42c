/** A word of the field, and what it means to somebody who has not met it. */
export interface Word {
  readonly term: string;
  /** Matches the word in running text. */
  readonly occurs: RegExp;
  /** Part of a sentence: plain words, or words that this list explains. */
  readonly means: string;
}

const word = (term: string, occurs: RegExp, means: string): Word => ({ term, occurs, means });

/** The words that the claims use in brief, in the order in which one builds on another. */
export const GLOSSARY: readonly Word[] = [
  word(
    'network',
    /\bnetworks?\b/i,
    'a function with many adjustable numbers, the parameters; here one layer of hidden units, whose values are weighed and added up',
  ),
  word(
    'unit',
    /\bunits?\b/i,
    'one of the many equal parts of a network: it takes weight × input + bias, applies the activation, and passes the result on',
  ),
  word('width', /\bwidths?\b|\bwider\b/i, 'the number of hidden units'),
  word(
    'infinitely wide',
    /\binfinitely wide\b|\blimits?\b/i,
    'the limit that networks tend to as their width grows: a function that can be computed without training',
  ),
  word('parameters', /\bparameters?\b/i, 'all numbers of a network that training changes'),
  word(
    'weights and biases',
    /\bweights?\b|\bbias(es)?\b/i,
    'the numbers inside a unit: weights multiply the inputs, the bias is added',
  ),
  word(
    'hidden and output layer',
    /\blayers?\b|\boutput weights\b/i,
    'the units with their weights and biases; the weights by which their values are multiplied before they are added up',
  ),
  word('activation', /\bactivations?\b/i, 'the function of one number that every unit applies'),
  word(
    'ReLU',
    /\bReLUs?\b/,
    'the activation max(0, z): zero up to a point, the kink, and a straight line from there on',
  ),
  word(
    'step, powers of the ReLU',
    /\bpowers? of the ReLU\b|\bone of its powers\b/i,
    'activations that jump at the kink, or rise more smoothly than the ReLU does',
  ),
  word(
    'tanh, erf, softplus',
    /\btanh\b|\berf\b|\bsoftplus\b/i,
    'smooth activations; the first two level off on either side, the third is a rounded ReLU',
  ),
  word('kink', /\bkinks?\b/i, 'the place where a ReLU unit bends'),
  word(
    'to bend',
    /\bbends?\b|\bbending\b|\bbent\b/i,
    'to change its slope; bending at a place is measured by the second derivative there, the curvature',
  ),
  word(
    'hyperplane',
    /\bhyperplanes?\b/i,
    'the points at which a fixed combination of the inputs has one value: a line for two inputs, a plane for three',
  ),
  word(
    'law',
    /(?<!power |printed )\blaws?\b/i,
    'the rule of chance (probability distribution) by which random numbers are drawn',
  ),
  word(
    'initialization',
    /\binitializations?\b/i,
    'the rule of chance by which a network’s first parameters are drawn, before any training',
  ),
  word(
    'to train',
    /\btrain(s|ed|ing)?\b/i,
    'to change the parameters in many small steps so that the network comes nearer to the data',
  ),
  word(
    'loss',
    /\bloss\b/i,
    'the number that training makes small: the sum of the squared errors at the data, times a constant',
  ),
  word(
    'gradient descent',
    /\bgradient descent\b/i,
    'training in which every step goes down the steepest slope of the loss',
  ),
  word(
    'stochastic gradient descent',
    /\bstochastic\b/i,
    'gradient descent in which every step looks at a few points of the data only, drawn at random',
  ),
  word('learning rate', /\blearning rates?\b/i, 'how far a step of training goes'),
  word(
    'linear model',
    /\blinear models?\b/i,
    'the network with its dependence on the parameters replaced by the tangent at the start of training',
  ),
  word(
    'linear function',
    /\blinear functions?\b/i,
    'a constant plus a multiple of each input: a straight line or a plane',
  ),
  word(
    'cost',
    /\bcosts?\b|\bcheap(er|est)?\b/i,
    'the penalty of the theory: what it costs to bend at a place; low where the initialization puts many kinks, of heavy weights',
  ),
  word(
    'spline',
    /\bsplines?\b|\bcubic\b/i,
    'a curve joined smoothly from simple pieces (cubic polynomials if it is called cubic), or a surface built from distances to the data points',
  ),
  word(
    'natural cubic spline',
    /\bnatural\b/i,
    'of all curves through the data the one that bends least, bends costing the same everywhere; straight beyond its ends',
  ),
  word(
    'thin-plate spline',
    /\bthin-plate\b/i,
    'a well-known surface through data in the plane, which bends as a sheet of metal would',
  ),
  word(
    'smoothing spline',
    /\bsmoothing\b/i,
    'a curve or surface that trades distance from the data against the cost of bending',
  ),
  word('target', /\btargets?\b/i, 'the function that is to be learned, or its values'),
  word('noise, noisy', /\bnoise\b|\bnoisy\b/i, 'random error of the data, or of a measurement'),
  word(
    'independent component',
    /\bcomponents?\b/i,
    'one of the parts into which the data can be split so that training learns each by itself',
  ),
  word('frequency', /\bfrequenc(y|ies)\b/i, 'how often a wave repeats over the range of the data'),
  word('derivative', /\bderivatives?\b/i, 'how fast a function changes from place to place'),
  word('polynomial', /\bpolynomials?\b/i, 'a sum of multiples of powers of the inputs'),
  word(
    'power law',
    /\bpower laws?\b|\bfalls? (at least as fast )?as\b|\bpowers? (is|are) fitted\b|\bto the power\b/i,
    'one quantity goes as a fixed power of another: in a plot with logarithmic axes a straight line, whose slope is the power',
  ),
  word('exponent', /\bexponents?\b/i, 'the power in a power law'),
  word(
    'mean squared error',
    /\bmean squared error\b/i,
    'the average of the squared distances from the truth',
  ),
  word(
    'computer algebra',
    /\bcomputer algebra\b/i,
    'programs that transform formulas instead of computing with numbers',
  ),
  word(
    'closed form',
    /\bclosed form\b/i,
    'a formula that can be written down, as opposed to a recipe for approximation',
  ),
  word(
    'numerical integration',
    /\bnumerical integration\b|\bintegrals?\b|\bintegrating\b/i,
    'an integral is a sum over infinitely many places; numerically it is taken over many well-chosen ones',
  ),
  word(
    'rounding error',
    /\brounding\b/i,
    'the error of computing with some sixteen digits; its size can be estimated',
  ),
  word('optimiser', /\boptimiser\b/i, 'a program that searches for the cheapest solution of a given problem'),
  word(
    'false version',
    /\bfalse versions?\b/i,
    'a deliberately wrong variant of a claim, called a control, which goes through the same code and must come out refuted',
  ),
];

/** The words of the glossary that occur in a text, in the glossary’s order. */
export function wordsIn(text: string): readonly Word[] {
  return GLOSSARY.filter(({ occurs }) => occurs.test(text));
}
