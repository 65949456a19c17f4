import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import { type ReferenceEntry, referenceEntries } from "./reference.ts";

const folder =
  process.env.NOF1_REFERENCE ?? fileURLToPath(new URL("../../../shared/reference/borrowed", import.meta.url));
const borrowed = `${folder}/single-case.json`;

/** True where the data sets of GPL packages, which are read in place, are at hand. */
export const borrowedFound: boolean = existsSync(borrowed);
if (!borrowedFound) console.log(`skipped: no reference folder (${folder})`);

const NOT_EFFECT_SIZES =
  /^(SCRT|schedules|gls|lme|rma|paired_t|ar1bias|scdhlm|gem_scd|scan\.(autocorr|plm|rand_test|between_smd|tau_u\.meta))/;

/** Every effect size that SingleCaseES and scan computed, on made-up series and, where at hand, on published ones. */
export function effectSizeEntries(): ReferenceEntry[] {
  const free = referenceEntries("single-case.json", /./);
  const entries: ReferenceEntry[] = borrowedFound ? JSON.parse(readFileSync(borrowed, "utf8")).entries : [];
  return [...free, ...entries].filter(({ id }) => !NOT_EFFECT_SIZES.test(id));
}

/** A number, or null for what is not finite. */
const finite = (value: unknown): number | null => (typeof value === "number" ? value : null);

/** Fails unless a number is near another one, relative to it above 1; null for what is not finite. */
export function expectNear(actual: number | null, expected: unknown, tolerance: number, what: string): void {
  const wanted = finite(expected);
  if (wanted === null) {
    expect(actual, what).toBeNull();
    return;
  }
  expect(actual, what).not.toBeNull();
  expect(Math.abs(actual! - wanted), `${what}: ${actual} for ${wanted}`).toBeLessThanOrEqual(
    tolerance * Math.max(1, Math.abs(wanted)),
  );
}
