import { bootstrap } from "./bootstrap.ts";
import type { IntervalMethod } from "./interval-method.ts";
import { posterior } from "./posterior/posterior.ts";
import { prior } from "./prior.ts";
import { profile } from "./profile/profile.ts";
import { wald } from "./wald.ts";

/** Every interval method; the first is what `auto` means. */
export const intervalMethods: readonly IntervalMethod[] = [posterior, profile, bootstrap, wald, prior];
