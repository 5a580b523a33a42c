// quadprog-js ships no types. It minimises ½xᵀQx + cᵀx subject to Ax ≤ b, the first meq rows as equalities.
declare module 'quadprog-js' {
  interface QuadprogResult {
    solution: number[];
    lagrangian: number[];
    unconstrained: number[];
    iterations: number;
    inactive: number;
    active: number[];
    value: number;
  }
  function quadprog(Q: number[][], c: number[], A: number[][], b: number[], meq?: number): QuadprogResult;
  export = quadprog;
}
