import type { Guideline } from "../checklist-item.ts";
import { analysisItems } from "./analysis.ts";
import { introductionItems } from "./introduction.ts";
import { methodItems } from "./methods.ts";
import type { PlannedTrial } from "./planned-trial.ts";

export type { PlannedTrial } from "./planned-trial.ts";

// The numbers are those of SPIRIT 2013 (33 items, 51 sub-items), which SPENT keeps. The full table of SPENT could not be read: the
// sub-numbers of its 14 extension items, and its checklist for abstracts, are not taken up; what they add for N-of-1 trials stands
// in the words of the items that they extend.
/**
 * SPENT 2019, the SPIRIT extension for N-of-1 trials, for the protocol of a planned trial; the wording is ours.
 *
 * @see Porcino et al. (2020), BMJ 368:m122. doi:10.1136/bmj.m122; Chan et al. (2013), Ann Intern Med 158:200–207 (SPIRIT 2013).
 */
export const spent2019: Guideline<PlannedTrial> = {
  name: "SPENT 2019",
  reference: "Porcino et al. (2020), BMJ 368:m122, with the numbers of SPIRIT 2013",
  sections: [...introductionItems, ...methodItems, ...analysisItems],
};
