import jStat from 'jstat';

/** The p-quantile of Student's t distribution, 0 < p < 1. */
export const studentQuantile = (p: number, degreesOfFreedom: number): number =>
  jStat.studentt.inv(p, degreesOfFreedom);

/** The p-quantile of the standard normal distribution, 0 < p < 1. */
export const normalQuantile = (p: number): number => jStat.normal.inv(p, 0, 1);

/** The probability that a standard normal variate is at most z. */
export const normalProbability = (z: number): number => jStat.normal.cdf(z, 0, 1);

/** The probability that a variate of Student's t distribution is at most t; below 0 to full relative accuracy. */
export const studentProbability = (t: number, degreesOfFreedom: number): number =>
  jStat.studentt.cdf(t, degreesOfFreedom);

/** The p-quantile of the beta distribution, 0 < p < 1. */
export const betaQuantile = (p: number, alpha: number, beta: number): number =>
  jStat.beta.inv(p, alpha, beta);
