const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** 10^k, exactly the double that the decimal literal stands for. */
export function powerOfTen(k: number): number {
  return Number(`1e${k}`);
}

/** "2×10⁻⁵", "10³": for readers who compare magnitudes. */
export function scientific(value: number): string {
  if (value === 0) return '0';
  const [mantissa, exponent] = value.toExponential(5).split('e');
  const digits = `${Math.abs(Number(exponent))}`.replaceAll(/\d/g, (digit) => SUPERSCRIPTS[Number(digit)]);
  const power = `10${Number(exponent) < 0 ? '⁻' : ''}${digits}`;
  const factor = Number(mantissa);
  if (factor === 1) return power;
  return factor === -1 ? `−${power}` : `${minus(`${factor}`)}×${power}`;
}

/** Labels for the ticks of one axis, all in one style: plain where that stays short, powers of ten elsewhere. */
export function tickLabels(ticks: readonly number[], decimals?: number): string[] {
  const sizes = ticks.filter((tick) => tick !== 0).map(Math.abs);
  const plain = sizes.every((size) => size >= 1e-3 && size < 1e5) && (decimals ?? 0) <= 4;
  if (!plain) return ticks.map(scientific);
  return ticks.map((tick) => minus(decimals === undefined ? `${tick}` : tick.toFixed(decimals)));
}

const minus = (digits: string): string => digits.replace('-', '−');
