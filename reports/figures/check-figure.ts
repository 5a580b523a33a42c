import type { Figure, Layer } from '../../proofs-check/claim.js';

/** @throws RangeError that says what is wrong with the figure, if anything is. */
export function checkFigure(figure: Figure): void {
  if (figure.layers.length === 0) {
    throw new RangeError(`figure '${figure.id}': got no layers, expected at least one; leave the figure out`);
  }
  for (const layer of figure.layers) checkLayer(figure, layer);
}

function checkLayer(figure: Figure, layer: Layer): void {
  const where = `figure '${figure.id}', ${layer.mark} of '${layer.series}'`;
  const lists: Record<string, readonly number[]> =
    layer.mark === 'band'
      ? { x: layer.x, lower: layer.lower, upper: layer.upper }
      : { x: layer.x, y: layer.y };
  for (const [name, list] of Object.entries(lists)) {
    if (list.length !== layer.x.length) {
      throw new RangeError(
        `${where}: got ${list.length} values in ${name}, expected ${layer.x.length} as in x; mend the claim's figures()`,
      );
    }
    const k = list.findIndex((value) => !Number.isFinite(value));
    if (k >= 0) {
      throw new RangeError(
        `${where}: got ${name}[${k}] = ${list[k]}, expected a finite number; mend the claim's figures()`,
      );
    }
  }
}
