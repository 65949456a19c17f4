import type { SampledFunction } from "../../inference/hamiltonian/index.ts";
import { fromLink, type Target } from "../../inference/interval-method.ts";
import { spreadTargets } from "../between-patients.ts";
import type { CohortMember } from "../cohort-member.ts";
import type { PopulationLayout } from "../population-layout.ts";
import type { PreparedCohort } from "../prepared-cohort.ts";
import { type TypicalPatient, typicalTargets } from "../typical-patient.ts";
import type { CohortTarget } from "./cohort-target.ts";

/** Indices of a patient's own working parameters that others do not share. */
function ownIndices({ problem: { parameters } }: CohortMember, layout: PopulationLayout): number[] {
  const varying = layout.parameters.flatMap(({ logSpread }, k) =>
    logSpread === null ? [] : [parameters.means[k]!, ...parameters.courses.map((course) => course[k]!)],
  );
  return [...new Set([parameters.baseline, ...varying.filter((index) => typeof index === "number")])];
}

/** What is looked at to see whether chains have mixed: the typical patient, the spreads, and every patient's own values. */
export function watchedFunctions(
  { layout, members }: PreparedCohort,
  target: CohortTarget,
  typical: TypicalPatient,
): SampledFunction[] {
  const always = typicalTargets(typical).filter(({ exists }) => exists === undefined);
  const named = (name: string, { link, evaluate }: Target): SampledFunction => ({
    name,
    value(position) {
      const value = evaluate(target.populationAt(position));
      return value === null ? Number.NaN : fromLink(link, value);
    },
  });
  const ofPopulation = [...always, ...spreadTargets(layout)].map((one) => named(one.parameter, one));
  const ofMembers = members.flatMap((member, m) =>
    ownIndices(member, layout).map((k) => ({
      name: `${member.patient.patient}: ${member.problem.parameters.names[k]!}`,
      value: (position: Float64Array): number =>
        member.group.ownParameters(target.populationAt(position), target.effectsAt(position, m))[k]!,
    })),
  );
  return [...ofPopulation, ...ofMembers];
}
