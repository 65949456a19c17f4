import { describe, expect, it } from "vitest";
import { wald } from "../../../src/inference/index.ts";
import { readPatients } from "../../../src/read/index.ts";
import { fitResponse } from "../../../src/response/index.ts";
import { missedVisitDays, peopleWarnings } from "../../../src/response/people-checks.ts";
import { layTimeline } from "../../../src/response/timeline.ts";
import { type Patient, responseResultSchema } from "../../../src/schema/index.ts";

const HEADER = "day,score,course,day_earliest,day_latest";
const read = (rows: string): Patient => readPatients(`${HEADER}\n${rows}`)[0]!;
const warned = (rows: string) => {
  const patient = read(rows);
  return peopleWarnings(patient, layTimeline(patient, false));
};
const codes = (rows: string): string[] => warned(rows).map(({ code }) => code);

const SOUND = "0,9,yes,,\n14,3,,,\n60,4,,,\n120,8,,,\n";

describe("data as they should be", () => {
  it("are not remarked on", () => {
    expect(warned(SOUND)).toEqual([]);
    expect(warned(`-7,8,,,\n${SOUND}`)).toEqual([]);
  });
});

describe("scores out of order", () => {
  it("are named by the first that goes back in time", () => {
    const [warning] = warned("0,9,yes,,\n60,4,,,\n14,3,,,\n7,2,,,\n");
    expect(warning).toEqual({
      code: "scores-out-of-order",
      message:
        "The scores do not stand in order of time in the file: day 14 comes after day 60. They are taken by their days; see that none is mistyped.",
    });
  });

  it("are not those of one day, nor days known by bounds, nor a course listed later", () => {
    expect(codes("0,9,yes,,\n14,3,,,\n14,4,,,\n,5,,0,30\n20,5,,,\n")).toEqual([]);
    expect(codes("0,9,,,\n14,3,,,\n60,5,,,\n0,,yes,,\n")).toEqual([]);
  });
});

describe("a course between two scores of its day", () => {
  it("is remarked on, for both are taken to come before it", () => {
    const [warning] = warned("0,9,,,\n0,,yes,,\n0,8,,,\n14,3,,,\n");
    expect(warning?.code).toBe("course-between-scores");
    expect(warning?.message).toMatch(/^A course stands between two scores of one day \(day 0\): /u);
  });

  it("is also one in the row of the first score", () => {
    expect(codes("0,9,yes,,\n0,8,,,\n14,3,,,\n30,8,yes,,\n30,7,,,\n")).toEqual(["course-between-scores"]);
  });

  it("is none before both or after both", () => {
    expect(codes("0,,yes,,\n0,9,,,\n0,8,,,\n14,3,,,\n")).toEqual([]);
    expect(codes("0,9,,,\n0,8,yes,,\n14,3,,,\n")).toEqual([]);
  });
});

describe("no score before the first course", () => {
  it("leaves the baseline to the prior", () => {
    const [warning] = warned("0,,yes,,\n1,9,,,\n14,3,,,\n60,4,,,\n");
    expect(warning?.code).toBe("baseline-from-prior");
    expect(warning?.message).toMatch(
      /^No score is known to come before the first course: the baseline is known only from the prior/u,
    );
  });

  it("also where it may have been taken after", () => {
    expect(codes("0,,yes,,\n,9,,-3,3\n14,3,,,\n60,4,,,\n")).toEqual(["baseline-from-prior"]);
    expect(codes("0,,yes,,\n,9,,-3,0\n14,3,,,\n60,4,,,\n")).toEqual([]);
  });
});

describe("scores that are all the same", () => {
  it.each([
    [6, "scores-all-equal", /^All 3 scores are 6: /u],
    [10, "scores-at-ceiling", /^All 3 scores are 10, the highest of the scale: /u],
    [0, "scores-at-floor", /^All 3 scores are 0, the lowest of the scale: /u],
  ])("say little: %i", (value, code, message) => {
    const warnings = warned(`0,${value},yes,,\n14,${value},,,\n60,${value},,,\n`);
    expect(warnings.map((warning) => warning.code)).toEqual([code]);
    expect(warnings[0]!.message).toMatch(message);
  });

  it("are not ranges, which may hide a change, nor all but one", () => {
    expect(codes("0,6-8,yes,,\n14,6-8,,,\n60,6-8,,,\n")).toEqual([]);
    expect(codes("0,10,yes,,\n14,10,,,\n60,9,,,\n")).toEqual([]);
  });
});

describe("two scores of one day", () => {
  it("are remarked on where they differ by more than half the scale", () => {
    const [warning] = warned(`${SOUND}130,2,,,\n130,8,,,\n`);
    expect(warning).toEqual({
      code: "same-day-scores-differ",
      message:
        "Two scores of one day differ by more than half the scale (day 130); see that neither is mistyped.",
    });
  });

  it("are not where they differ by half the scale, or perhaps by less", () => {
    expect(codes(`${SOUND}130,3,,,\n130,8,,,\n`)).toEqual([]);
    expect(codes(`${SOUND}130,2,,,\n130,6-9,,,\n`)).toEqual([]);
  });

  it("name each day once", () => {
    const [warning] = warned(`${SOUND}130,0,,,\n130,8,,,\n130,9,,,\n140,0,,,\n140,9,,,\n`);
    expect(warning?.message).toContain("(days 130 and 140)");
  });
});

describe("missed visits", () => {
  const rows = `${SOUND}90,NA,,,\n30,,,,\n,,,40,60\n`;

  it("are counted and named in order of time, at the middle of their bounds", () => {
    expect(missedVisitDays(read(rows))).toEqual([30, 50, 90]);
    expect(warned(rows)).toEqual([
      {
        code: "missed-visit",
        message:
          "3 visits have no score (days 30, 50 and 90) and are left out of the fit, which takes it that the reason had nothing to do with the score.",
      },
    ]);
    expect(warned(`${SOUND}30,.,,,\n`)[0]?.message).toMatch(
      /^1 visit has no score \(day 30\) and is left out/u,
    );
  });

  it("stand in the result and change nothing else", () => {
    const without = fitResponse(read(SOUND), { interval: wald });
    const { missedVisits, warnings, ...rest } = fitResponse(read(rows), { interval: wald });
    expect(missedVisits).toEqual([30, 50, 90]);
    expect(warnings[0]!.code).toBe("missed-visit");
    expect({ ...rest, warnings: warnings.slice(1) }).toEqual(without);
    expect(without).not.toHaveProperty("missedVisits");
  });
});

describe("an outcome", () => {
  const text =
    "day,outcome,score,course\n0,,,yes\n0,pain,9,\n14,pain,3,\n60,pain,4,\n120,pain,8,\n0,walking,2,\n";
  const [pain] = readPatients(text);
  const result = fitResponse(pain!, { interval: wald, averageDays: true });

  it("is named by the result and by each of its rows", () => {
    expect(result.outcome).toBe("pain");
    expect(new Set(result.estimates.map(({ outcome }) => outcome))).toEqual(new Set(["pain"]));
    expect(responseResultSchema.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
  });

  it("is all that tells the result from one without", () => {
    const { outcome, ...patient } = pain!;
    const without = fitResponse(patient, { interval: wald, averageDays: true });
    expect(outcome).toBe("pain");
    expect(without).not.toHaveProperty("outcome");
    const estimates = without.estimates.map((row) => ({ ...row, outcome: "pain" }));
    expect(result).toEqual({ ...without, outcome: "pain", estimates });
  });

  it("is named by the rows of sensitivity analyses and of maintenance, too", () => {
    const visits = [0, 28, 56, 84, 112].flatMap((day) => [`${day},grip,${4 + day / 28},yes,yes`]);
    const [grip] = readPatients(`day,outcome,score,course,rescue\n${visits.join("\n")}\n`);
    const kept = fitResponse(grip!, { interval: wald });
    expect(kept.maintenance!.trend!.outcome).toBe("grip");
  });
});
