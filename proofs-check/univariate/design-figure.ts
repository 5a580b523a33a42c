import type { Figure, Layer, Measured } from '../claim.js';

/** Bins over the range of a penalty. */
export const HISTOGRAM = 32;

/** Density of kinks, weighted with W², as drawn and as wanted, for one penalty of each family; and a control. */
export function designFigure(evidence: Measured): Figure {
  const rows = evidence.densities ?? [];
  const families = [...new Set(rows.map((row) => String(row.family)))];
  return {
    id: 'densities',
    title: 'ζ of designed initializations, as drawn and as wanted',
    caption:
      'For one random penalty ρ of each family: 1/ρ, scaled to integral 1, and the kinks of draws of (W, B) with W = ±1, counted with W² in ' +
      `${HISTOGRAM} intervals of the range. If |W| grows with the kink (control), ζ leans to the right.`,
    x: { label: 'x' },
    y: { label: 'ζ(x), integral 1' },
    layers: families.flatMap((panel): Layer[] => {
      const of = (id: string, group: string): { x: number[]; drawn: number[]; wanted: number[] } => {
        const own = rows.filter((row) => row.family === panel && row.id === id && row.group === group);
        const column = (name: string): number[] => own.map((row) => Number(row[name]));
        return { x: column('x'), drawn: column('drawn'), wanted: column('wanted') };
      };
      const plain = of('claim', 'draws, W = ±1');
      const control = of('growing-weights', 'draws, |W| growing');
      return [
        { mark: 'line', series: 'wanted, 1/(Zρ)', panel, x: plain.x, y: plain.wanted },
        { mark: 'points', series: 'drawn', panel, faint: true, x: plain.x, y: plain.drawn },
        {
          mark: 'points',
          series: 'control growing-weights',
          panel,
          faint: true,
          x: control.x,
          y: control.drawn,
        },
      ];
    }),
  };
}
