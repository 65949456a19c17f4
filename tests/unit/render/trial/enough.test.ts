import { describe, expect, it } from "vitest";
import { benefitOf, enoughSection } from "../../../../src/render/trial/enough-words.ts";
import type { TrialResult } from "../../../../src/schema/index.ts";
import { trialResults } from "../../../helpers/trial-results.ts";

const six = trialResults["six pairs"]!;
const words = (result: TrialResult): string => enoughSection(result).sentences.join(" ");

/** Six pairs with other limits and another threshold. */
function changed(
  threshold: number | null,
  limits: { lower: number | null; upper: number | null },
): TrialResult {
  const [row] = six.estimates;
  const { provenance } = six;
  return {
    ...six,
    estimates: [{ ...row!, ...limits }],
    provenance: { ...provenance, options: { ...provenance.options, threshold } },
  };
}

describe("was it enough", () => {
  it("says nothing where no least effect was named", () => {
    expect(words(changed(null, { lower: -4, upper: -2 }))).toBe("");
  });

  it("is yes where the whole interval lies beyond the least effect, or reaches it", () => {
    expect(words(six)).toBe(
      "The least effect that matters was set at 2, toward lower scores. The whole interval lies at or beyond it: the effect was enough.",
    );
    expect(words(changed(2, { lower: -4, upper: -2 }))).toContain("the effect was enough");
    expect(words(changed(2, { lower: null, upper: -2.5 }))).toContain("the effect was enough");
  });

  it("is no where the whole interval falls short of it", () => {
    expect(words(changed(5, { lower: -4, upper: -2 }))).toContain("the effect was not enough");
  });

  it("is not settled where the interval holds both", () => {
    expect(words(changed(3, { lower: -4, upper: -2 }))).toMatch(
      /do not settle it; the estimate by itself is large enough/u,
    );
    expect(words(changed(3.5, { lower: -4, upper: -2 }))).toMatch(
      /the estimate by itself falls short of it/u,
    );
    expect(words(changed(5, { lower: null, upper: -2 }))).toContain("do not settle it");
  });

  it("is not settled without limits", () => {
    expect(words(trialResults["one pair"]!)).toContain("as there are no limits the scores do not settle it");
  });

  it("turns an effect so that more is better", () => {
    expect(benefitOf(changed(2, { lower: -4, upper: null }))).toMatchObject({ least: null, most: 4 });
    const up = { ...changed(2, { lower: 1, upper: 2 }), improvement: "increase" as const };
    expect(benefitOf(up)).toMatchObject({ least: 1, most: 2 });
  });

  it("compares a ratio with a threshold on the log scale of its statistic", () => {
    const ratio = trialResults["a ratio"]!;
    const { estimate, upper } = ratio.estimates[0]!;
    const benefit = benefitOf(ratio)!;
    expect(benefit.estimate).toBe(-Math.log(estimate!));
    expect(benefit.least).toBe(-Math.log(upper!));
    expect(words(ratio)).toContain("set at 0.3 log ratio");
  });

  it("is not answered where the threshold stands on another scale than the effect", () => {
    const [row] = six.estimates;
    expect(words({ ...six, estimates: [{ ...row!, unit: "ratio" }] })).toContain("cannot be compared");
  });
});
