/** Schemes that set all biases to zero: every kink then sits at 0 and the kernel has rank 2. */
export const ZERO_BIAS = ['glorot', 'xavier', 'zero-bias'];

/** Names that specifications use otherwise. */
export const RESERVED: readonly string[] = ['designed', ...ZERO_BIAS];
