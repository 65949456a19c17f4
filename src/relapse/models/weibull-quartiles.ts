/**
 * ln of the logarithm of the ratio of the quartiles of a Weibull law of shape 1, ln ln[ln 4 / ln(4/3)]; that of shape k is
 * lower by ln k.
 */
export const WEIBULL_QUARTILES: number = Math.log(Math.log(Math.log(4) / Math.log(4 / 3)));
