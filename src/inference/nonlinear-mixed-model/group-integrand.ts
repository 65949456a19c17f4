import { LOG_SQRT_2PI } from "../../math/special/mills-ratio.ts";
import type { Objective } from "../interval-method.ts";

/** What a likelihood with random effects says of one group, such as a patient. */
export interface GroupIntegrand {
  /** Parameters of the population, p. */
  nParameters: number;
  /** Random effects of the group, q, each standard normal before the data. */
  nEffects: number;
  /** An effect in which the joint density may have several modes; absent where there is none to fear. */
  numericEffect?: number;
  /**
   * −ln of the joint density of the group's observations and effects; Infinity outside its domain.
   *
   * @param slopes Filled with the derivatives by the p parameters, then by the q effects, where it is given.
   */
  evaluate(theta: ArrayLike<number>, effects: ArrayLike<number>, slopes?: Float64Array): number;
  /**
   * The group's own parameters.
   *
   * @param jacobian Filled by rows, m × (p + q), with their derivatives by the parameters and the effects.
   */
  ownParameters(
    theta: ArrayLike<number>,
    effects: ArrayLike<number>,
    jacobian?: Float64Array,
  ): Float64Array<ArrayBuffer>;
}

/** What an effect is multiplied by: a number, a population parameter, or the exponential of one. */
export type Spread = { value: number } | { parameter: number; link: "identity" | "log" };

/** One of a group's own parameters: constant + Σ factor · θ + Σ spread · effect. */
export interface OwnParameter {
  constant?: number;
  parameters: readonly { index: number; factor: number }[];
  effects: readonly { effect: number; spread: Spread }[];
}

function spreadAt(spread: Spread, theta: ArrayLike<number>): number {
  if ("value" in spread) return spread.value;
  const value = theta[spread.parameter]!;
  return spread.link === "log" ? Math.exp(value) : value;
}

/** An own parameter with room for its spreads at the parameters last set. */
interface SpreadParameter extends OwnParameter {
  scales: Float64Array;
}

function setScales({ effects, scales }: SpreadParameter, theta: ArrayLike<number>): void {
  for (let i = 0; i < effects.length; i++) scales[i] = spreadAt(effects[i]!.spread, theta);
}

function ownValue(
  { constant = 0, parameters, effects, scales }: SpreadParameter,
  theta: ArrayLike<number>,
  u: ArrayLike<number>,
): number {
  let sum = constant;
  for (let i = 0; i < parameters.length; i++) sum += parameters[i]!.factor * theta[parameters[i]!.index]!;
  for (let i = 0; i < effects.length; i++) sum += scales[i]! * u[effects[i]!.effect]!;
  return sum;
}

/** Adds `share` times the derivatives of one own parameter, by the parameters and the effects, from `offset` on. */
function addOwnSlopes(
  { parameters, effects, scales }: SpreadParameter,
  u: ArrayLike<number>,
  share: number,
  nParameters: number,
  out: Float64Array,
  offset: number,
): void {
  for (let i = 0; i < parameters.length; i++)
    out[offset + parameters[i]!.index]! += share * parameters[i]!.factor;
  for (let i = 0; i < effects.length; i++) {
    const { effect, spread } = effects[i]!;
    const scale = scales[i]!;
    out[offset + nParameters + effect]! += share * scale;
    if ("parameter" in spread)
      out[offset + spread.parameter]! += share * u[effect]! * (spread.link === "log" ? scale : 1);
  }
}

/**
 * Compiles a group whose own parameters are linear in its effects: the effects are standard normal whatever their spread,
 * so that nothing happens where a spread is 0.
 *
 * @param own How each own parameter is made, m of them.
 * @param negativeLog −ln of the density of the group's observations at its own parameters, with its gradient.
 * @see Pinheiro & Bates (2000), Mixed-Effects Models in S and S-PLUS, equation 7.1 (the model); Papaspiliopoulos, Roberts &
 * Sköld (2007), Stat Sci 22:59–73 (effects that do not change with their spread). doi:10.1214/088342307000000014
 */
export function groupIntegrand(
  own: readonly OwnParameter[],
  nParameters: number,
  nEffects: number,
  negativeLog: Objective,
): GroupIntegrand {
  const width = nParameters + nEffects;
  const spread = own.map(
    (one): SpreadParameter => ({ ...one, scales: new Float64Array(one.effects.length) }),
  );
  const psi = new Float64Array(own.length);
  const bySelf = new Float64Array(own.length);
  const constant = nEffects * LOG_SQRT_2PI;
  const set = (theta: ArrayLike<number>, u: ArrayLike<number>): void => {
    for (let i = 0; i < spread.length; i++) {
      setScales(spread[i]!, theta);
      psi[i] = ownValue(spread[i]!, theta, u);
    }
  };
  return {
    nParameters,
    nEffects,
    evaluate(theta, effects, slopes) {
      set(theta, effects);
      let value = constant + negativeLog(psi, slopes && bySelf);
      for (let j = 0; j < nEffects; j++) value += 0.5 * effects[j]! * effects[j]!;
      if (!slopes) return value;
      slopes.fill(0);
      for (let i = 0; i < spread.length; i++)
        addOwnSlopes(spread[i]!, effects, bySelf[i]!, nParameters, slopes, 0);
      for (let j = 0; j < nEffects; j++) slopes[nParameters + j]! += effects[j]!;
      return value;
    },
    ownParameters(theta, effects, out) {
      set(theta, effects);
      out?.fill(0);
      for (let i = 0; out && i < spread.length; i++)
        addOwnSlopes(spread[i]!, effects, 1, nParameters, out, i * width);
      return psi.slice();
    },
  };
}
