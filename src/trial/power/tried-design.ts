import type { TriedDesign } from "../../schema/trial-power-result.ts";
import { smallestPValues } from "../smallest-p-value.ts";
import type { TrialDesign } from "../trial-design.ts";

/** How large a design is, in the unit that people count it in. */
function sizeOf({
  unit,
  unitsPerBlock,
  unitsPerPatient,
}: TrialDesign): Pick<TriedDesign, "size" | "sizeUnit"> {
  if (unitsPerBlock === null) return { size: unitsPerPatient, sizeUnit: unit };
  return { size: unitsPerPatient / unitsPerBlock, sizeUnit: unitsPerBlock === 2 ? "pair" : "block" };
}

/** A design as it is told in the result. */
export function triedDesign(design: TrialDesign): TriedDesign {
  const { name, label, settings, space } = design;
  const [first] = space.enumerate();
  return {
    design: name,
    label,
    settings,
    ...sizeOf(design),
    smallestPValue: smallestPValues(space, first!, 1, 0),
  };
}
