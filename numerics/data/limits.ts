/** Closed forms are checked to this number of inputs; in many more they leave the range of floating point. */
export const MOST_INPUTS = 100;
/** Longest file that is read, in bytes. */
export const LONGEST_FILE = 64 * 1024 * 1024;
