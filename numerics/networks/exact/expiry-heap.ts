/** A binary heap of units by the path length at which their certificates expire, least first. */
export class ExpiryHeap {
  private keys: Float64Array;
  private units: Int32Array;
  size = 0;

  constructor(capacity: number) {
    this.keys = new Float64Array(capacity);
    this.units = new Int32Array(capacity);
  }

  /** The least key; ∞ if the heap is empty. */
  get due(): number {
    return this.size > 0 ? this.keys[0] : Infinity;
  }

  /** Puts an entry at the end, in no order; call `order` when all are there. */
  append(key: number, unit: number): void {
    if (this.size === this.keys.length) this.grow();
    this.keys[this.size] = key;
    this.units[this.size++] = unit;
  }

  /** Makes a heap of what was appended, in O(size). */
  order(): void {
    for (let at = (this.size >> 1) - 1; at >= 0; at--) this.sink(at, this.keys[at], this.units[at]);
  }

  forEach(visit: (unit: number) => void): void {
    for (let k = 0; k < this.size; k++) visit(this.units[k]);
  }

  /** Gives every unit a new key. */
  rekey(keyOf: (unit: number) => number): void {
    for (let k = 0; k < this.size; k++) this.keys[k] = keyOf(this.units[k]);
    this.order();
  }

  push(key: number, unit: number): void {
    this.append(key, unit);
    const { keys, units } = this;
    let at = this.size - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (keys[parent] <= key) break;
      keys[at] = keys[parent];
      units[at] = units[parent];
      at = parent;
    }
    keys[at] = key;
    units[at] = unit;
  }

  /** Takes out the unit with the least key; the heap must not be empty. */
  pop(): number {
    const unit = this.units[0];
    const last = --this.size;
    if (last > 0) this.sink(0, this.keys[last], this.units[last]);
    return unit;
  }

  private sink(start: number, key: number, unit: number): void {
    const { keys, units, size } = this;
    let at = start;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && keys[child + 1] < keys[child]) child++;
      if (!(keys[child] < key)) break;
      keys[at] = keys[child];
      units[at] = units[child];
      at = child;
    }
    keys[at] = key;
    units[at] = unit;
  }

  private grow(): void {
    const capacity = 2 * this.keys.length + 8;
    const [keys, units] = [new Float64Array(capacity), new Int32Array(capacity)];
    keys.set(this.keys);
    units.set(this.units);
    [this.keys, this.units] = [keys, units];
  }
}
