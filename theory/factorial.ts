/** k! for an integer k ≥ 0; exact up to 18. */
export const factorial = (k: number): number => (k === 0 ? 1 : k * factorial(k - 1));
