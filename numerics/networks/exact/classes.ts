/**
 * What the trainer keeps of each class of units with one activation pattern. A member z = (w, b, a), of dimension
 * D = inputs + 2, is (I + E) z₀: all members share the matrix E, and only their moments Σ z₀z₀ᵀ count.
 */
export class Classes {
  /** Members that are moved together. */
  members: Int32Array;
  /** E, D × D each, row by row; zero when the members were last written down. */
  change: Float64Array;
  /** Σ z₀z₀ᵀ over members, D × D each, row by row. */
  moments: Float64Array;
  /** Σ a (w, b) over members, D − 1 each. */
  slopes: Float64Array;
  /** Residual sums of the present step, D − 1 each. */
  push: Float64Array;
  /**
   * Length of the path so far: when it has grown by l, no member's (w, b) has moved by more than
   * l · √(‖(w₀, b₀)‖² + a₀²/balance).
   */
  path: Float64Array;
  /** What the path grows by in a step, lately. */
  pace: Float64Array;
  /** Σa² / Σ‖(w, b)‖²: what makes the two parts of z comparable. */
  balance: Float64Array;
  /** The path length at which the first certificate of a member expires. */
  due: Float64Array;
  /** Classes whose path has reached `due` in the present step, and how many there are. */
  expired: Int32Array;
  expiredCount = 0;
  /** Classes whose E has grown so large that the members must be written down anew, and how many there are. */
  strained: Int32Array;
  strainedCount = 0;

  constructor(
    /** D − 1, the length of (w, b) */
    readonly size: number,
    capacity: number,
  ) {
    const square = (size + 1) * (size + 1);
    this.members = new Int32Array(capacity);
    this.change = new Float64Array(capacity * square);
    this.moments = new Float64Array(capacity * square);
    this.slopes = new Float64Array(capacity * size);
    this.push = new Float64Array(capacity * size);
    this.path = new Float64Array(capacity);
    this.pace = new Float64Array(capacity);
    this.balance = new Float64Array(capacity).fill(1);
    this.due = new Float64Array(capacity).fill(Infinity);
    this.expired = new Int32Array(capacity);
    this.strained = new Int32Array(capacity);
  }

  /** Makes room for `classes` classes. */
  reserve(classes: number): void {
    if (classes <= this.members.length) return;
    const larger = new Classes(this.size, 2 * classes);
    for (const name of ARRAYS) {
      larger[name].set(this[name]);
    }
    for (const name of ARRAYS) Object.assign(this, { [name]: larger[name] });
  }

  /** Forgets a class's past, as when it has no member left. */
  reset(c: number): void {
    const square = (this.size + 1) * (this.size + 1);
    this.change.fill(0, c * square, (c + 1) * square);
    this.moments.fill(0, c * square, (c + 1) * square);
    this.slopes.fill(0, c * this.size, (c + 1) * this.size);
    this.path[c] = 0;
    this.due[c] = Infinity;
  }
}

const ARRAYS = [
  'members',
  'change',
  'moments',
  'slopes',
  'push',
  'path',
  'pace',
  'balance',
  'due',
  'expired',
  'strained',
] as const;
