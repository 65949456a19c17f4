import type { TrialTerm } from "../trial-term.ts";
import { block } from "./block.ts";
import { carryover } from "./carryover.ts";
import { period } from "./period.ts";
import { trend } from "./trend.ts";

/** Every term that a model of a trial may have beside the treatment. */
export const trialTerms: readonly TrialTerm[] = [trend, block, period, carryover];

export { block, carryover, period, trend };
