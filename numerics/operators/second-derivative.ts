const POINTS = 10;

/**
 * f″(c) by the central difference of order 20, Σ w_k (f(c+kh) − 2f(c) + f(c−kh))/h² with
 * w_k = 2(−1)^{k+1}(n!)²/(k²(n−k)!(n+k)!), n = 10. For functions that are smooth on the scale 20h.
 */
export function secondDerivative(f: (c: number) => number, c: number, h: number): number {
  const centre = f(c);
  let sum = 0;
  let ratio = 1;
  for (let k = 1; k <= POINTS; k++) {
    // (n!)²/((n−k)!(n+k)!)
    ratio *= (POINTS - k + 1) / (POINTS + k);
    const weight = ((k % 2 === 1 ? 2 : -2) * ratio) / (k * k);
    sum += weight * (f(c + k * h) - 2 * centre + f(c - k * h));
  }
  return sum / (h * h);
}
