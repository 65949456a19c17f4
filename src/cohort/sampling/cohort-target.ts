import type { DensityTarget } from "../../inference/hamiltonian/index.ts";
import type { GroupIntegrand } from "../../inference/nonlinear-mixed-model/group-integrand.ts";
import { LOG_SQRT_2PI } from "../../math/special/mills-ratio.ts";
import type { CohortMember } from "../cohort-member.ts";
import type { PopulationLayout } from "../population-layout.ts";
import { populationPenalty } from "../population-penalty.ts";
import type { UnobservedPatients } from "../summaries/unobserved-patients.ts";

/** The joint posterior of the population and of every patient's own departures. */
export interface CohortTarget extends DensityTarget {
  /** The population's working parameters at a position. */
  populationAt(position: ArrayLike<number>): Float64Array;
  /** The standard normal effects of one patient at a position. */
  effectsAt(position: ArrayLike<number>, member: number): Float64Array;
}

/** Centre and unit of every coordinate of the population: the prior's where it is normal, the half-normal's scale otherwise. */
function unitsOf({ names, prior, parameters }: PopulationLayout): {
  center: Float64Array;
  unit: Float64Array;
} {
  const center = new Float64Array(names.length);
  const unit = new Float64Array(names.length).fill(1);
  for (const { index, center: at, sd } of prior.terms) {
    if ("value" in at) center[index] = at.value;
    if (sd < Infinity) unit[index] = sd;
  }
  for (const { logSpread, spreadScale } of parameters) {
    if (logSpread !== null) center[logSpread] = Math.log(spreadScale);
  }
  return { center, unit };
}

/** A patient with where their effects begin in a position, and room for these and for the slopes. */
interface Place {
  group: GroupIntegrand;
  from: number;
  effects: Float64Array;
  slopes: Float64Array;
}

/** −ln of the joint density of one patient's scores and effects; adds to both gradients. */
function addPatient(
  { group, from, effects, slopes }: Place,
  theta: Float64Array,
  position: Float64Array,
  byTheta: Float64Array,
  gradient: Float64Array,
): number {
  const p = byTheta.length;
  for (let e = 0; e < effects.length; e++) effects[e] = position[from + e]!;
  const value = group.evaluate(theta, effects, slopes);
  for (let k = 0; k < p; k++) byTheta[k]! += slopes[k]!;
  for (let e = 0; e < effects.length; e++) gradient[from + e] = -slopes[p + e]!;
  return value;
}

/**
 * Compiles the joint posterior, all coordinates of order 1: the population in units of its priors, then the effects of every
 * patient and of the patients behind summaries, which do not change with the spreads that multiply them (non-centred).
 *
 * @see Papaspiliopoulos, Roberts & Sköld (2007), Stat Sci 22:59–73, section 2. doi:10.1214/088342307000000014
 */
export function cohortTarget(
  members: readonly Pick<CohortMember, "group">[],
  layout: PopulationLayout,
  unobserved: readonly UnobservedPatients[],
): CohortTarget {
  const p = layout.names.length;
  const { center, unit } = unitsOf(layout);
  const penalty = populationPenalty(layout);
  const starts: number[] = [];
  let dimension = p;
  for (const { nEffects } of [...members.map(({ group }) => group), ...unobserved]) {
    starts.push(dimension);
    dimension += nEffects;
  }
  const theta = new Float64Array(p);
  const byTheta = new Float64Array(p);
  const places = members.map(
    ({ group }, m): Place => ({
      group,
      from: starts[m]!,
      effects: new Float64Array(group.nEffects),
      slopes: new Float64Array(p + group.nEffects),
    }),
  );
  const setTheta = (position: ArrayLike<number>, to: Float64Array): Float64Array => {
    for (let k = 0; k < p; k++) to[k] = center[k]! + unit[k]! * position[k]!;
    return to;
  };
  return {
    dimension,
    populationAt: (position) => setTheta(position, new Float64Array(p)),
    effectsAt(position, member) {
      const { nEffects } = members[member]!.group;
      return Float64Array.from({ length: nEffects }, (_, e) => position[starts[member]! + e]!);
    },
    logDensityAndGradient(position, gradient) {
      setTheta(position, theta);
      gradient.fill(0);
      let value = penalty(theta, byTheta);
      for (const place of places) value += addPatient(place, theta, position, byTheta, gradient);
      for (let s = 0; s < unobserved.length; s++) {
        const { nEffects, evaluate } = unobserved[s]!;
        const from = starts[members.length + s]!;
        value += evaluate(theta, position, from, byTheta, gradient) + nEffects * LOG_SQRT_2PI;
        for (let e = from; e < from + nEffects; e++) {
          value += 0.5 * position[e]! * position[e]!;
          gradient[e] = -gradient[e]! - position[e]!;
        }
      }
      for (let k = 0; k < p; k++) gradient[k] = -unit[k]! * byTheta[k]!;
      return -value;
    },
  };
}
