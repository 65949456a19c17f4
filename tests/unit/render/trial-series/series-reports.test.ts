import { describe, expect, it } from "vitest";
import {
  trialSeriesCsv,
  trialSeriesHtml,
  trialSeriesMarkdown,
  trialSeriesText,
} from "../../../../src/render/index.ts";
import { betweenCaseDifference } from "../../../../src/trial/between-case/between-case-difference.ts";
import { analyzeSeries } from "../../../../src/trial/series/analyze-series.ts";
import { pairedTrial } from "../../../helpers/paired-trials.ts";
import { seriesResults, seriesTrials } from "../../../helpers/trial-series.ts";

const series = seriesResults["four patients"];
const betweenCase = betweenCaseDifference(seriesTrials, { improvement: "decrease" });

describe("a series in words", () => {
  const text = trialSeriesText({ series, betweenCase });

  it("answers first, with the mean and the next patient", () => {
    expect(text).toMatch(/On average B was better than A: .*95 % interval/u);
    expect(text).toMatch(/probability that it would be better in the next patient/u);
  });

  it("shows every patient alone and drawn in, the least that matters, and the effect in standard deviations", () => {
    for (const { patient } of series.patients) expect(text).toContain(patient);
    expect(text).toContain("Beyond the least that matters");
    expect(text).toContain("Between-case standardized difference, g");
  });

  it.each(Object.entries(seriesResults))("%s: holds no word of a machine in any format", (_, one) => {
    const report = { series: one, betweenCase: null };
    for (const written of [
      trialSeriesText(report),
      trialSeriesMarkdown(report),
      trialSeriesHtml(report, "<svg></svg>"),
      trialSeriesCsv(report),
    ])
      expect(written).not.toMatch(/\b(NaN|Infinity|undefined|null)\b/u);
  });

  it("says that there is no answer where there is none", () => {
    const constant = ["P1", "P2"].map((patient) => ({ ...pairedTrial([5, 5, 5], [5, 5, 5]), patient }));
    const none = analyzeSeries(constant, { improvement: "decrease" });
    expect(trialSeriesText({ series: none, betweenCase: null })).toContain(
      "The scores do not tell by how much B and A differ on average.",
    );
  });

  it("is one row of CSV for each mean, spread and patient's effect", () => {
    const lines = trialSeriesCsv({ series, betweenCase }).trim().split("\n");
    const { estimates, pool, patients } = series;
    expect(lines).toHaveLength(
      1 + estimates.length + pool.length + 3 * patients.length + betweenCase.estimates.length,
    );
  });
});
