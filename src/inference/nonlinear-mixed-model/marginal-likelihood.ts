import type { Objective } from "../interval-method.ts";
import { type EffectsMode, effectsMode, type SearchStart } from "./effects-mode.ts";
import type { GroupIntegrand } from "./group-integrand.ts";
import type { MarginalApproximation } from "./marginal-approximation.ts";

/** A likelihood from which the random effects of every group are integrated out. */
export interface MarginalLikelihood {
  /** −ln of the likelihood, plus the penalty, with its gradient. */
  objective: Objective;
  /** Modes of the effects at given parameters, group by group. */
  modesAt(theta: ArrayLike<number>): EffectsMode[];
}

/** The highest of the modes at which searches from several starts end. */
function highestMode(
  group: GroupIntegrand,
  theta: ArrayLike<number>,
  starts: readonly SearchStart[],
): EffectsMode {
  const modes = starts.map((start) => effectsMode(group, theta, start));
  return modes.reduce((best, mode) =>
    mode.value < best.value - SAME || Number.isNaN(best.value) ? mode : best,
  );
}

/** Modes whose values differ by less are one: the first is kept. */
const SAME = 1e-9;

/** What may be added to a marginal likelihood. */
export interface MarginalOptions {
  /** Such as −ln of a prior; sets `gradient` to its derivatives. None where it is left out. */
  penalty?: Objective;
  /**
   * Effects from which a group's mode is sought besides where the last search ended, where there may be several modes. None
   * where it is left out.
   */
  starts?: (group: number) => readonly Float64Array[];
}

/**
 * Compiles the marginal likelihood of several groups. Each search for a group's effects begins where the last one ended.
 *
 * @throws {RangeError} when a group has more effects than the approximation can take.
 */
export function marginalLikelihood(
  groups: readonly GroupIntegrand[],
  approximation: MarginalApproximation,
  { penalty, starts = () => [] }: MarginalOptions = {},
): MarginalLikelihood {
  for (const { nEffects } of groups) {
    if (nEffects > approximation.mostEffects)
      throw new RangeError(
        `The approximation "${approximation.name}" takes at most ${approximation.mostEffects} effects a group, got ${nEffects}; use laplace`,
      );
  }
  const last: SearchStart[] = groups.map(({ nEffects }) => ({ effects: new Float64Array(nEffects) }));
  const further = groups.map((_, g) => starts(g).map((effects): SearchStart => ({ effects })));
  const modeOf = (g: number, theta: ArrayLike<number>): EffectsMode => {
    const group = groups[g]!;
    const mode = highestMode(group, theta, [last[g]!, ...further[g]!]);
    return mode.factor ? mode : effectsMode(group, theta, { effects: new Float64Array(group.nEffects) });
  };
  return {
    objective(theta, gradient) {
      gradient?.fill(0);
      let total = penalty ? penalty(theta, gradient) : 0;
      for (let g = 0; g < groups.length && total < Infinity; g++) {
        const mode = modeOf(g, theta);
        total += Number.isFinite(mode.value)
          ? approximation.marginal(groups[g]!, theta, mode, gradient)
          : Infinity;
        if (mode.factor) last[g] = mode;
      }
      return Number.isNaN(total) ? Infinity : total;
    },
    modesAt: (theta) => groups.map((_, g) => modeOf(g, theta)),
  };
}
