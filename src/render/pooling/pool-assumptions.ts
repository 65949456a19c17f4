import { assumptionsOnPaper } from "../words/ground-sections.ts";
import type { WordSection } from "../words/word-report.ts";

/** Of a pool of anything. */
export const SAME_QUANTITY =
  "Each series measures the same quantity, so that a mean over them means something.";

/** What a pool takes for granted, and its priors. */
export function poolAssumptions(...own: string[]): WordSection {
  return assumptionsOnPaper([
    ...own,
    "Series are independent of each other: no patient is counted twice.",
    SAME_QUANTITY,
  ]);
}

/** Of a pool of estimates with known variances. */
export const KNOWN_VARIANCES =
  "Each series’ estimate is normal about its own true effect, with its sampling variance taken as known.";

/** Of a pool in which effects differ. */
export const NORMAL_EFFECTS = "True effects differ between series as draws from one normal distribution.";

/** Of a pool that asked for no prior. */
export const NO_PRIORS = "No prior enters the headline.";
