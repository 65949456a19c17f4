import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bayesAutoregressive, glsIndependent, pairedT } from "../../../src/trial/models/index.ts";
import { trialModelAnswers } from "../../../src/trial/trial-models.ts";
import { SAID_ABOVE, typeOneErrorWarnings } from "../../../src/trial/type-one-error-warnings.ts";
import { typeOneErrors } from "../../../src/trial/type-one-errors.ts";
import { lessPain, pairedTrial } from "../../helpers/paired-trials.ts";
import { phasesOf } from "../../helpers/trials.ts";

const text = readFileSync(new URL("../../../docs/calibration.md", import.meta.url), "utf8");
const section = text.split(/^## /mu).find((one) => one.startsWith("N-of-1 trials:"));
if (!section) console.log("skipped: docs/calibration.md has no section on N-of-1 trials yet");
const phases = phasesOf([7, 8, 6, 7, 8], [4, 5, 3, 4, 5]);
const codes = (analysis: string, trial: typeof phases) =>
  typeOneErrorWarnings(analysis, trial).map(({ code }) => code);

describe("what an analysis says of its errors", () => {
  it.runIf(section !== undefined)("is the table of docs/calibration.md", () => {
    const rows = section!.split("\n").filter((line) => line.startsWith("| ") && line.includes("`"));
    const cells = rows.map((row) =>
      row
        .split("|")
        .map((cell) => cell.trim())
        .slice(2, -1),
    );
    const printed = cells.flatMap(([name, ...shares]) =>
      shares.flatMap((share) =>
        share === "–" ? [] : [[name!.replaceAll("`", ""), Number.parseFloat(share)]],
      ),
    );
    expect(typeOneErrors.map(({ analysis, rate }) => [analysis, Number((100 * rate).toFixed(1))])).toEqual(
      printed,
    );
  });

  it("stands on screen when a user picks a model that exceeds its level for such a design", () => {
    const { models } = trialModelAnswers(phases, [glsIndependent, bayesAutoregressive], lessPain);
    for (const { warnings } of models) expect(warnings.map(({ code }) => code)).toContain("type-one-error");
    const [warning] = typeOneErrorWarnings("gls-independent", phases);
    expect(warning!.message).toMatch(/one change of treatment .* where φ is 0\.6/u);
  });

  it("is silent where the simulations found nothing amiss", () => {
    expect(codes("gls-independent", pairedTrial([7, 8, 6], [4, 5, 3]))).toEqual([]);
    expect(codes(pairedT.name, pairedTrial([7, 8, 6], [4, 5, 3]))).toEqual([]);
    expect(codes("randomization-test", phases)).toEqual([]);
    expect(codes("an analysis of one's own", phases)).toEqual([]);
  });

  it("covers every share above the limit", () => {
    for (const { analysis, rate, hasFixedOrder } of typeOneErrors) {
      if (rate <= SAID_ABOVE) continue;
      expect(codes(analysis, hasFixedOrder ? phases : pairedTrial([7, 8, 6], [4, 5, 3]))).toEqual([
        "type-one-error",
      ]);
    }
  });
});
