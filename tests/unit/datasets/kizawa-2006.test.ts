import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { relapseRows } from "../../../scripts/datasets/relapse-rows.mjs";

const root = new URL("../../../", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), "utf8");
const seed = JSON.parse(read("seeds/evidence/kizawa-2006.json"));

describe("the data set of Kizawa 2006", () => {
  it("has the nominal days, the bounds and the scores of the report", () => {
    const rows = read("datasets/kizawa-2006/patient.csv").trim().split("\n");
    const withoutNotes = rows.map((row) => row.split(",").slice(0, 7).join(","));
    expect(withoutNotes).toEqual([
      "day,day_earliest,day_latest,days_after_course,score,dose_g_per_kg,course",
      "0,-60,0,,10,,",
      "0,,,,,2,yes",
      "14,10,22,,2,,",
      "183,154,213,,10,,",
      "183,154,239,,,2,yes",
      "197,155,244,,6-8,,",
      "214,185,244,,,,yes",
      "221,188,259,7,2,,",
    ]);
  });

  it("bounds each calendar date by the first and the last day of June as day 0", () => {
    const day = 86_400_000;
    const first = Date.UTC(2004, 5, 1);
    const last = Date.UTC(2004, 5, 30);
    const calendar = ["k5", "k6", "k8"];
    for (const id of calendar) {
      const entry = seed.timeline.find((candidate: { id: string }) => candidate.id === id);
      expect((Date.parse(entry.dateEarliest) - last) / day, id).toBe(entry.dayEarliest);
      expect((Date.parse(entry.dateLatest) - first) / day, id).toBe(entry.dayLatest);
    }
  });

  it("bounds the relapse by the earliest day known well and the latest day known relapsed", () => {
    expect(relapseRows(seed)).toEqual([
      { patient: "kizawa-2006", course: 1, lower: 10, upper: 129 },
      { patient: "kizawa-2006", course: 3, lower: 3, upper: null },
    ]);
  });

  it("counts a range that spans the limit as neither well nor relapsed", () => {
    const timeline = structuredClone(seed.timeline);
    const range = timeline.find(({ id }: { id: string }) => id === "k7");
    range.score = { lower: 6, upper: 7 };
    range.daysAfterCourse = { course: 2, nominal: 14, earliest: 1, latest: 61 };
    expect(relapseRows({ id: "a", timeline })).toContainEqual({
      patient: "a",
      course: 2,
      lower: 1,
      upper: null,
    });
  });

  it("doesn't use the VAS of 10 that contradicts the 2", () => {
    expect(seed.notUsed[0].what).toContain("VAS 10");
    const scores = seed.timeline.filter(({ role }: { role: string }) => role === "score");
    expect(scores.map(({ score }: { score: unknown }) => score)).toEqual([
      { lower: 10, upper: 10 },
      { lower: 2, upper: 2 },
      { lower: 10, upper: 10 },
      { lower: 6, upper: 8 },
      { lower: 2, upper: 2 },
    ]);
  });
});
