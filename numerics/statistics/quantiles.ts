import jStat from 'jstat';

/** The p-quantile of Student's t distribution, 0 < p < 1. */
export const studentQuantile = (p: number, degreesOfFreedom: number): number =>
  jStat.studentt.inv(p, degreesOfFreedom);

/** The p-quantile of the standard normal distribution, 0 < p < 1. */
export const normalQuantile = (p: number): number => jStat.normal.inv(p, 0, 1);

/** The probability that a standard normal variate is at most z. */
export const normalProbability = (z: number): number => jStat.normal.cdf(z, 0, 1);
