/** Sums of many small changes without the drift of their roundings (Kahan). */
export class CompensatedSums {
  readonly values: Float64Array;
  private readonly lost: Float64Array;

  constructor(start: ArrayLike<number>) {
    this.values = Float64Array.from(start);
    this.lost = new Float64Array(start.length);
  }

  add(i: number, change: number): void {
    const { values, lost } = this;
    const wanted = change - lost[i];
    const sum = values[i] + wanted;
    lost[i] = sum - values[i] - wanted;
    values[i] = sum;
  }
}
