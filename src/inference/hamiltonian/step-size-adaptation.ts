/** Learns the step size at which trajectories are accepted as often as asked. */
export interface StepSizeAdaptation {
  /** Starts afresh near a step size. */
  restart(stepSize: number): void;
  /** Takes the acceptance of one trajectory in [0, 1]; returns the step size to try next. */
  learn(acceptance: number): number;
  /** The averaged step size, to keep. */
  average(): number;
}

const SHRINKAGE = 0.05;
const STABILISING_STEPS = 10;
const FORGETTING = 0.75;

/**
 * Dual averaging of the step size's logarithm.
 *
 * @param targetAcceptance δ in (0, 1).
 * @see Hoffman & Gelman (2014), J Mach Learn Res 15:1593–1623, section 3.2 and algorithm 5: γ = 0.05, t₀ = 10, κ = 0.75 and
 * μ = ln(10 ε₁).
 */
export function stepSizeAdaptation(targetAcceptance: number): StepSizeAdaptation {
  let n = 0;
  let shortfall = 0;
  let meanLog = 0;
  let center = 0;
  return {
    restart(stepSize) {
      n = 0;
      shortfall = 0;
      meanLog = 0;
      center = Math.log(10 * stepSize);
    },
    learn(acceptance) {
      n++;
      const weight = 1 / (n + STABILISING_STEPS);
      shortfall += weight * (targetAcceptance - acceptance - shortfall);
      const log = center - (shortfall * Math.sqrt(n)) / SHRINKAGE;
      meanLog += n ** -FORGETTING * (log - meanLog);
      return Math.exp(log);
    },
    average: () => Math.exp(meanLog),
  };
}
