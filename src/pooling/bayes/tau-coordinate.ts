/** τ as a function on the whole line, on which its posterior is smooth and falls off at both ends. */
export interface TauCoordinate {
  tau(x: number): number;
  /** ln dτ/dx. */
  logSlope(x: number): number;
  /** x of a τ inside the range. */
  at(tau: number): number;
}

const logarithm: TauCoordinate = { tau: Math.exp, logSlope: (x) => x, at: Math.log };

/** τ/upper = 1/(1 + e^−x). */
function logit(upper: number): TauCoordinate {
  return {
    tau: (x) => upper / (1 + Math.exp(-x)),
    logSlope: (x) => Math.log(upper) - Math.abs(x) - 2 * Math.log1p(Math.exp(-Math.abs(x))),
    at: (tau) => Math.log(tau) - Math.log(upper - tau),
  };
}

/** ln τ, or the logit of its share of an upper limit. */
export function tauCoordinate(upper: number): TauCoordinate {
  return upper === Infinity ? logarithm : logit(upper);
}
