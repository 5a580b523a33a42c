import { kinkKernel } from '../../numerics/kernels/kink-kernel.js';
import { adjustedInterpolant } from '../../numerics/kernels/polynomial-adjustment.js';
import type { Data } from '../../numerics/networks/training.js';
import { naturalCubicSpline } from '../../numerics/splines/natural-cubic-spline.js';
import { spectralMinimiser } from '../../numerics/variational/spectral-minimiser.js';
import { greenActivations, type GreenActivation } from '../../theory/activations/green.js';
import { bindLaw, type BoundLaw } from '../../theory/initializations/law.js';
import type { Figure, Layer, Measured, Row } from '../claim.js';
import { gridOver } from './data-sets.js';

/**
 * Nine points in units of an activation's width, about as far apart as it is wide, so that each of them counts and
 * the kernel matrix is well conditioned.
 */
const PLACES = [-5, -3.6, -2.6, -1.3, 0.2, 1.2, 2.7, 3.7, 5];
const TARGETS = [1, -1, 0.5, -1, 1, -0.5, 1, -0.8, 0.6];
/** From the outermost point to the outermost kink, in the same units: the limit is then reached to 1e-6 or better. */
const ROOM = 4;
const SHOWN = 101;

/** What networks with one of these activations are trained on, and what they end in at infinite width. */
export interface GreenSetting {
  readonly law: BoundLaw;
  readonly data: Data;
  /** The data less p, the polynomial that the penalty does not see. */
  readonly adjusted: Data;
  readonly polynomial: (t: number) => number;
  /** The limit with p, by the kernel of the network: infinite width, these kinks. */
  readonly kernelLimit: (t: number) => number;
  /** The minimiser of the penalty, from φ̂ alone. */
  readonly minimiser: (t: number) => number;
}

const known = new Map<string, GreenSetting>();

/** The setting of an activation; the same for every unit of work, so kept. `room` is in units of its width. */
export function greenSetting(green: GreenActivation, room = ROOM): GreenSetting {
  const { activation, modulus, nullity, width } = green;
  const key = `${activation.name}, ${room}`;
  const found = known.get(key);
  if (found) return found;
  const data = { x: PLACES.map((place) => width * place), y: TARGETS };
  const { x, y } = data;
  const a = x[x.length - 1] + width * room;
  const kernel = kinkKernel(activation, a);
  const { polynomial, evaluate } = adjustedInterpolant({ kernel, x, y, terms: nullity });
  const setting = {
    law: bindLaw(`binary-uniform(w0=1,aB=${a})`),
    data,
    adjusted: { x, y: y.map((value, j) => value - polynomial(x[j])) },
    polynomial,
    kernelLimit: evaluate,
    minimiser: spectralMinimiser({ x, y, modulus, nullity }).evaluate,
  };
  known.set(key, setting);
  return setting;
}

/** @throws RangeError for an activation that is not one of them */
export function greenNamed(name: string): GreenActivation {
  const green = greenActivations.find(({ activation }) => activation.name === name);
  if (!green) throw new RangeError(`no Green's function is known by the name ${name}`);
  return green;
}

/** The functions of an activation's setting, and what ReLU would end in, as rows for `minimiserFigure`. */
export function functionRows(green: GreenActivation): Row[] {
  const { data, kernelLimit, minimiser } = greenSetting(green);
  const cubic = naturalCubicSpline(data.x, data.y).evaluate;
  return gridOver(data, SHOWN).map((x) => ({
    activation: green.activation.name,
    place: x / green.width,
    kernel: kernelLimit(x),
    minimiser: minimiser(x),
    cubic: cubic(x),
  }));
}

/** Minimisers of the penalties, a panel for each activation. */
export function minimiserFigure(evidence: Measured): Figure {
  const rows = evidence.functions ?? [];
  const layers = greenActivations.flatMap((green): Layer[] => {
    const panel = green.activation.name;
    const own = rows.filter((row) => row.activation === panel);
    const x = own.map((row) => Number(row.place));
    const { data } = greenSetting(green);
    const line = (series: string, column: string, dashed: boolean): Layer => ({
      mark: 'line',
      series,
      panel,
      x,
      y: own.map((row) => Number(row[column])),
      dashed,
    });
    return own.length === 0
      ? []
      : [
          line('limit of the network', 'kernel', false),
          line('minimiser of the penalty', 'minimiser', true),
          line('natural cubic spline (ReLU)', 'cubic', false),
          { mark: 'points', series: 'data', panel, x: data.x.map((place) => place / green.width), y: data.y },
        ];
  });
  return {
    id: 'minimisers',
    title: 'What networks with these activations learn',
    caption:
      'The infinite-width limit of the network (its kernel by quadrature over the kinks), the minimiser of the penalty in frequency space, which lies upon it, and ' +
      'the natural cubic spline that ReLU networks would learn. Inputs in units of the width of the activation: 2 for softplus, else 1.',
    x: { label: 'x / width of the activation' },
    y: { label: 'g(x)' },
    layers,
  };
}
