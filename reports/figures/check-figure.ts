import type { Figure, Layer } from '../../proofs-check/claim.js';
import { type Field, isField, isValued, shownValues } from './colour-scale.js';

/** @throws RangeError that says what is wrong with the figure, if anything is. */
export function checkFigure(figure: Figure): void {
  if (figure.layers.length === 0) {
    throw new RangeError(`figure '${figure.id}': got no layers, expected at least one; leave the figure out`);
  }
  for (const layer of figure.layers) checkLayer(figure, layer);
  const valued = figure.layers.some(isValued);
  for (const [name, { log = false, angle = false }] of Object.entries({ x: figure.x, y: figure.y })) {
    if (log && (angle || valued || figure.equalAspect === true)) {
      const by = angle ? 'angles' : valued ? 'colours by value' : 'equal aspect';
      throw new RangeError(
        `figure '${figure.id}': got a log ${name} axis with ${by}, expected a linear one; mend the claim's figures()`,
      );
    }
  }
}

function checkLayer(figure: Figure, layer: Layer): void {
  const where = `figure '${figure.id}', ${layer.mark} of '${layer.series}'`;
  if (isField(layer)) {
    checkField(where, layer);
    return;
  }
  const lists: Record<string, readonly number[]> =
    layer.mark === 'band'
      ? { x: layer.x, lower: layer.lower, upper: layer.upper }
      : { x: layer.x, y: layer.y, ...(isValued(layer) ? { values: layer.values } : {}) };
  for (const [name, list] of Object.entries(lists)) {
    if (list.length !== layer.x.length) {
      throw new RangeError(
        `${where}: got ${list.length} values in ${name}, expected ${layer.x.length} as in x; mend the claim's figures()`,
      );
    }
    checkFinite(where, name, list, 'a finite number');
  }
  if (isValued(layer) && layer.values.length === 0) {
    throw new RangeError(`${where}: got no values, expected at least one; leave the layer out`);
  }
}

function checkField(where: string, field: Field): void {
  for (const [name, list] of Object.entries({ x: field.x, y: field.y })) {
    if (list.length < 2) {
      throw new RangeError(
        `${where}: got ${list.length} values in ${name}, expected a grid of at least 2; mend the claim's figures()`,
      );
    }
    checkFinite(where, name, list, 'a finite number');
    const k = list.findIndex((value, j) => j > 0 && value <= list[j - 1]);
    if (k >= 0) {
      throw new RangeError(
        `${where}: got ${name}[${k}] = ${list[k]} after ${list[k - 1]}, expected an ascending grid; mend the claim's figures()`,
      );
    }
  }
  const expected = field.x.length * field.y.length;
  if (field.values.length !== expected) {
    throw new RangeError(
      `${where}: got ${field.values.length} values, expected ${field.x.length}·${field.y.length} = ${expected} for ` +
        "the grid, row by row; mend the claim's figures()",
    );
  }
  checkFinite(where, 'values', field.values, 'a finite number, or null where there is none');
  if (shownValues(field).length === 0) {
    const place = field.disk === undefined ? '' : ` within ${field.disk} of the origin`;
    throw new RangeError(`${where}: got no value${place}, expected at least one; leave the layer out`);
  }
}

function checkFinite(where: string, name: string, list: readonly (number | null)[], expected: string): void {
  const k = list.findIndex((value) => value !== null && !Number.isFinite(value));
  if (k >= 0) {
    throw new RangeError(
      `${where}: got ${name}[${k}] = ${list[k]}, expected ${expected}; mend the claim's figures()`,
    );
  }
}
