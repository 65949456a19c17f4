import type { TrialResult } from "../../../schema/index.ts";
import type { Guideline } from "../checklist-item.ts";
import { conductItems } from "./conduct.ts";
import { designItems } from "./design.ts";
import { discussionItems } from "./discussion.ts";
import { introductionItems } from "./introduction.ts";
import { resultItems } from "./results.ts";

// The numbers of items 1 to 5 were read in a copy of the published table; those from 6 on are from memory, and agree with the
// 25 items and 44 sub-items that the explanation's abstract counts. The guidance for abstracts (its table 2) and the flow diagram
// of series are not taken up.
/**
 * CENT 2015, the CONSORT extension for N-of-1 trials, for the report of one patient's trial; the wording is ours.
 *
 * @see Vohra et al. (2015), BMJ 350:h1738. doi:10.1136/bmj.h1738; Shamseer et al. (2015), BMJ 350:h1793. doi:10.1136/bmj.h1793
 */
export const cent2015: Guideline<TrialResult> = {
  name: "CENT 2015",
  reference: "Vohra et al. (2015), BMJ 350:h1738, and Shamseer et al. (2015), BMJ 350:h1793",
  sections: [...introductionItems, designItems, conductItems, resultItems, ...discussionItems],
};
