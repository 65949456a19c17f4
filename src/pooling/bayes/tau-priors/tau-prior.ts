/** A prior distribution of τ, the standard deviation of the true effects between series. */
export interface TauPrior {
  /** Name of its family, such as `half-normal`. */
  name: string;
  /** Name for people with its parameters, such as `Half-normal, scale 0.5`. */
  label: string;
  /** Parameters by name; scales in units of the effects. */
  parameters: { readonly [name: string]: number };
  reference: string;
  /** Largest τ that it allows, in units of the effects; Infinity where there is no limit. */
  upper: number;
  /** a, where the density falls like τ^−a in the far tail; Infinity where it falls faster. */
  tailPower: number;
  /** Half of the prior lies below, in units of the effects. */
  median: number;
  /** ln of the density at τ > 0, per unit of the effects; its integral is 1. */
  logDensity(tau: number): number;
}

/** A family of priors, made by numbers as a command line gives them. */
export interface TauPriorFamily {
  name: string;
  label: string;
  reference: string;
  /** Names of its parameters, in the order of `create`. */
  parameters: readonly string[];
  /**
   * @param values One for each parameter.
   * @throws {RangeError} when one is out of range or missing.
   */
  create(...values: number[]): TauPrior;
}

/**
 * Refuses a parameter that is not a positive, finite number.
 *
 * @throws {RangeError} that names the prior, the parameter and what was found.
 */
export function checkPositive(prior: string, parameter: string, value: number): void {
  if (!(value > 0 && value < Infinity))
    throw new RangeError(`The ${prior} prior of τ needs a positive ${parameter}, got ${value}`);
}
