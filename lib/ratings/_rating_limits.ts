/** The largest id: what a 32-bit column holds. */
export const largestId = 2 ** 31 - 1;

/** The latest second since 1970 that a date can name. */
export const latestSecond = 8.64e12;
