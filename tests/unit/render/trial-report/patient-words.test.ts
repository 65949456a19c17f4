import { describe, expect, it } from "vitest";
import { enoughVerdict } from "../../../../src/render/trial-report/enough-verdict.ts";
import { patientSection } from "../../../../src/render/trial-report/patient-section.ts";
import type { TrialResult } from "../../../../src/schema/index.ts";
import { trialResults } from "../../../helpers/trial-results.ts";

const six = trialResults["six pairs"]!;

/** Six pairs with another effect, other limits, and another threshold. */
function changed(
  estimate: number,
  lower: number | null,
  upper: number | null,
  threshold: number | null,
): TrialResult {
  const [row] = six.estimates;
  const { provenance } = six;
  return {
    ...six,
    estimates: [{ ...row!, estimate, lower, upper }],
    provenance: { ...provenance, options: { ...provenance.options, threshold } },
  };
}

const words = (result: TrialResult): string => patientSection(result).sentences.join(" ");

describe("was it enough, by the whole interval", () => {
  it.each([
    [-5, -3, 2, "beyond"],
    [-5, -2, 2, "beyond"],
    [-1.5, 1, 2, "not-beyond"],
    [-5, -1, 2, "cannot-say"],
    [null, -1, 2, "cannot-say"],
    [null, -3, 2, "beyond"],
    [null, null, 2, "cannot-say"],
    [-5, -3, null, null],
  ] as const)("an interval of %s to %s with a threshold of %s: %s", (lower, upper, threshold, verdict) => {
    expect(enoughVerdict(changed(-2, lower, upper, threshold))).toBe(verdict);
  });
});

describe("the words for the patient", () => {
  it("say how much better, from the least to the most", () => {
    expect(words(changed(-4, -5, -3, 2))).toMatch(/from 3\.\d+ to 5\.\d+ points better/u);
    expect(words(changed(-1, -3, 1, 2))).toMatch(/from 1\.\d+ points worse to 3\.\d+ points better/u);
  });

  it("say of an interval with one end that the other side may be of any size", () => {
    expect(words(changed(-4, null, -3, 2))).toMatch(
      /has one limit only, [\d.]+ points better; on the other side/u,
    );
  });

  it("say how often such an interval holds the truth: at least as often as its level", () => {
    expect(words(changed(-4, -5, -3, 2))).toContain("holds the truth in at least 95 % of such trials.");
  });

  it("say which treatment the scores speak for", () => {
    expect(words(changed(-4, -5, -3, 2))).toContain("That speaks for IVIG.");
    expect(words(changed(4, 3, 5, 2))).toContain("That speaks for saline.");
    expect(words(changed(0, -1, 1, 2))).not.toContain("That speaks for");
  });

  it("ask for the patient's own judgement where no least difference was named", () => {
    expect(words(changed(-4, -5, -3, null))).toContain("it is for you and your doctor to judge");
  });

  it.each(Object.keys(trialResults))("have no empty word and no term of statistics: %s", (name) => {
    const text = words(trialResults[name]!);
    expect(text).not.toMatch(/undefined|NaN|\[object|Infinity|null/u);
    expect(text).not.toMatch(/p-value|significan|confidence|hypothesis|randomi[sz]ation/iu);
  });
});
