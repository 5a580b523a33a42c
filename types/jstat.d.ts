declare module 'jstat' {
  interface Distribution1 {
    cdf(x: number, p1: number): number;
    inv(p: number, p1: number): number;
  }
  interface Distribution2 {
    cdf(x: number, p1: number, p2: number): number;
    inv(p: number, p1: number, p2: number): number;
  }
  const jStat: {
    readonly beta: Distribution2;
    readonly studentt: Distribution1;
    readonly normal: Distribution2;
  };
  export default jStat;
}
