import { additive } from "./additive.ts";
import { multiplicative } from "./multiplicative.ts";
import type { TrialShift } from "./trial-shift.ts";

export { additive, multiplicative };

/** Every kind of effect that a randomization test can be inverted for. */
export const trialShifts: readonly TrialShift[] = [additive, multiplicative];
