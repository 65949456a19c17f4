import type { CountLimits } from "./count-limits.ts";
import { profileLimits } from "./profile-limits.ts";
import { waldLimits } from "./wald-limits.ts";

export { profileLimits, waldLimits };

/** Every way to limits for pooled counts. */
export const countLimits: readonly CountLimits[] = [profileLimits, waldLimits];
