import { dot } from "../../math/linear/matrix.ts";
import type { Objective } from "../interval-method.ts";
import { type EffectsMode, effectsMode, type SearchStart } from "./effects-mode.ts";
import type { GroupIntegrand } from "./group-integrand.ts";
import type { MarginalApproximation } from "./marginal-approximation.ts";
import { modeMove } from "./mode-move.ts";

/** A likelihood from which the random effects of every group are integrated out. */
export interface MarginalLikelihood {
  /** −ln of the likelihood, plus the penalty, with its gradient. */
  objective: Objective;
  /** Modes of the effects at given parameters, group by group. */
  modesAt(theta: ArrayLike<number>): EffectsMode[];
}

/** Where a group's last search ended, and at which parameters; none before the first. */
interface Last {
  mode: SearchStart | EffectsMode;
  theta: Float64Array | null;
}

/** The last mode, moved on to other parameters unless these are far away. */
function followed({ mode, theta: from }: Last, theta: ArrayLike<number>): SearchStart {
  const change =
    from &&
    "differences" in mode &&
    modeMove(
      mode,
      from.map((v, k) => theta[k]! - v),
    );
  if (!change || dot(change, change) > FAR * FAR) return mode;
  return { effects: mode.effects.map((v, e) => v + change[e]!), factor: mode.factor ?? null };
}

/** A move of the effects, in their standard deviations before the data, that is no small one any more. */
const FAR = 0.5;

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
  const last: Last[] = groups.map(({ nEffects }) => ({
    mode: { effects: new Float64Array(nEffects) },
    theta: null,
  }));
  const further = groups.map((_, g) => starts(g).map((effects): SearchStart => ({ effects })));
  const modeOf = (g: number, theta: ArrayLike<number>): EffectsMode => {
    const group = groups[g]!;
    const mode = effectsMode(group, theta, followed(last[g]!, theta), ...further[g]!);
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
        if (mode.factor) last[g] = { mode, theta: Float64Array.from(theta) };
      }
      return Number.isNaN(total) ? Infinity : total;
    },
    modesAt: (theta) => groups.map((_, g) => modeOf(g, theta)),
  };
}
