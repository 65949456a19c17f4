import type { EffectsMode } from "./effects-mode.ts";
import type { GroupIntegrand } from "./group-integrand.ts";

/** A way to integrate the random effects of a group out; a value that is passed in. */
export interface MarginalApproximation {
  name: string;
  label: string;
  reference: string;
  /** Groups with more effects are refused. */
  mostEffects: number;
  /**
   * −ln of the density of one group's observations, the effects integrated out; Infinity where there is none.
   *
   * @param mode What `effectsMode` found at these parameters.
   * @param slopes Its derivatives by the p parameters are added to it, where it is given.
   */
  marginal(group: GroupIntegrand, theta: ArrayLike<number>, mode: EffectsMode, slopes?: Float64Array): number;
}
