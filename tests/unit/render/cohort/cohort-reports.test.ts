import { describe, expect, it } from "vitest";
import {
  cohortCaterpillarChart,
  cohortCurvesChart,
  cohortHeterogeneityChart,
  cohortSpaghettiChart,
  toSvg,
} from "../../../../src/render/charts/index.ts";
import { heterogeneitySentences } from "../../../../src/render/cohort/cohort-words.ts";
import { cohortCsv, cohortMarkdown, cohortText } from "../../../../src/render/index.ts";
import type { CohortResult } from "../../../../src/schema/cohort-result.ts";
import { wildName } from "../../../helpers/cohort-files.ts";
import { cohortFixtures } from "../../../helpers/cohort-results.ts";
import { textsOf } from "../../../helpers/svg-marks.ts";

const two = cohortFixtures["two patients, one with one score"]!;
const four = cohortFixtures["four patients, one with two courses"]!;
const drawn = cohortFixtures["a posterior of few draws"]!;

/** The cells of a line of the CSV file, where no cell has a comma. */
const linesOf = (csv: string, start: string): string[] =>
  csv.split("\n").filter((line) => line.startsWith(start));

describe("a cohort in words", () => {
  it("tells each course of a patient apart, and says what the others change", () => {
    const text = cohortText(four);
    expect(text).toContain("twice, course 2");
    expect(text).toMatch(/Best relief moves most in .+ alone, .+ with what the others tell\./u);
    expect(text).toContain("There is no control period");
    expect(text).not.toContain("How well the sampler mixed");
  });

  it("says what could not be had: a curve of one score alone", () => {
    expect(cohortText(two)).toContain("too few scores");
    expect(cohortText(two, { twoStage: true })).toContain("Fewer than two patients could be fitted alone");
  });

  it("has the numbers of the result, not others", () => {
    const share = four.estimates.find(({ parameter }) => parameter === "varianceShareRelief")!;
    expect(cohortText(four)).toContain(`${(100 * share.estimate!).toFixed(0)} % (95 % interval: `);
    const half = four.nextPatient.probabilities.find(({ event }) => event === "relief50")!;
    expect(cohortText(four)).toContain(`of 50 % or more with ${Math.round(100 * half.probability)} %`);
  });

  it("judges how patients differ by the limits of the share, not by its estimate", () => {
    const shared = (estimate: number, lower: number | null, upper: number | null): CohortResult => ({
      ...four,
      estimates: four.estimates.map((row) =>
        row.parameter === "varianceShareRelief" ? { ...row, estimate, lower, upper } : row,
      ),
    });
    const [wide, surely, hardly, open] = [
      shared(0.97, 0.03, 1),
      shared(0.97, 0.6, 1),
      shared(0.1, 0, 0.4),
      shared(0.97, null, 1),
    ].map((result) => heterogeneitySentences(result)[0]!);
    for (const words of [wide, open]) {
      expect(words).toContain("4 patients cannot tell whether patients truly differ.");
      expect(words).not.toContain(": patients truly differ");
    }
    expect(surely).toContain("each of them: patients truly differ.");
    expect(hardly).toContain("each of them: patients can hardly be told apart.");
  });

  it("says nothing of a next patient where the covariance is not known", () => {
    const unknown: CohortResult = { ...two, nextPatient: { estimates: [], probabilities: [], relief: [] } };
    expect(cohortText(unknown)).toContain("Nothing can be said of the next patient");
    expect(cohortText(unknown)).not.toContain("A further patient like these");
    expect(JSON.stringify(cohortCaterpillarChart(unknown))).not.toContain("Next patient");
    expect(JSON.stringify(cohortSpaghettiChart(unknown))).not.toContain("nextBand");
  });

  it("cuts long names in tables and keeps them in rows", () => {
    const named = cohortMarkdown(two)
      .split("\n")
      .filter((line) => line.startsWith("|"));
    expect(named.some((line) => line.includes("x".repeat(60)))).toBe(false);
    expect(cohortCsv(two)).toContain(wildName);
  });

  it("says how the chains mixed, of what is common to all patients", () => {
    const text = cohortText(drawn);
    expect(text).toContain("2 chains, 200 draws after 200 of warm-up in each");
    expect(text).toMatch(/Largest R̂ \d\.\d{3}/u);
    expect(text).not.toContain("a: baseline");
  });

  it("says of a relapse day that only some draws have on what it hangs", () => {
    const hanging = drawn.patients[0]!.shrunken.estimates.some(
      ({ parameter, given }) => parameter === "relapseDay" && given !== undefined,
    );
    const [, relapses = ""] = cohortText(drawn).split("  Relapse day\n");
    const [ofFirst = ""] = relapses.split("\n");
    expect(ofFirst.includes(", if reached")).toBe(hanging);
    expect(cohortText(four)).not.toContain(", if reached");
  });

  it("adds notes on how summaries were read", () => {
    expect(cohortText(two, { notes: ["Months are 30.4375 days."] })).toContain("Months are 30.4375 days.");
  });
});

describe("a cohort in rows", () => {
  it("tells the typical patient, the next one, and each patient with the others and alone", () => {
    const csv = cohortCsv(four);
    for (const who of ["typical patient", "next patient", "with the others", "alone", "two stages"])
      expect(csv).toContain(`,${who},`);
    expect(linesOf(csv, "relief50,")).toHaveLength(1);
    expect(linesOf(csv, "bestRelief,").filter((line) => line.includes(",alone,"))).toHaveLength(5);
  });
});

describe("the pictures of a cohort", () => {
  const texts = (spec: object): string => JSON.stringify(spec);

  it("name no script and no more of a name than fits", () => {
    for (const draw of [cohortCurvesChart, cohortCaterpillarChart])
      expect(texts(draw(two))).not.toContain("x".repeat(60));
  });

  it("say that a patient who does not respond never reaches the threshold", () => {
    expect(texts(cohortCurvesChart(four))).toContain("Relapse: never reached");
    expect(texts(cohortCaterpillarChart(four))).toContain("never reached");
  });

  it("order patients by relief", () => {
    const order = [
      ...texts(cohortCaterpillarChart(four)).matchAll(/"text":"(a|b|still|twice, course \d)"/gu),
    ].map(([, name]) => name);
    expect(order.at(-1)).toBe("still");
    expect(order).toHaveLength(5);
  });

  it("draw a panel for each patient, and for each standard deviation between them", async () => {
    const svg = await toSvg(cohortCurvesChart(four));
    expect(textsOf(svg, "patientNames")).toHaveLength(4);
    for (const name of ["together", "band"])
      expect(svg.match(new RegExp(`role-mark ${name}_marks"`, "gu"))).toHaveLength(4);
    expect(texts(cohortHeterogeneityChart(four)).match(/"name":"posteriorLine\d"/gu)).toHaveLength(2);
  });

  it("leave out densities where there is none", () => {
    const bare = { ...four, heterogeneity: four.heterogeneity.map((one) => ({ ...one, points: [] })) };
    expect(texts(cohortHeterogeneityChart(bare))).not.toContain("posteriorLine");
  });

  it("refuse a width that nobody could read", () => {
    for (const draw of [
      cohortCurvesChart,
      cohortCaterpillarChart,
      cohortSpaghettiChart,
      cohortHeterogeneityChart,
    ])
      expect(() => draw(two, { width: 300 })).toThrow(RangeError);
  });
});
