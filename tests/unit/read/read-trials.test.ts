import { describe, expect, it } from "vitest";
import { InputError } from "../../../src/errors.ts";
import { type ReadTrialsOptions, readTrials } from "../../../src/read/index.ts";
import { trialSchema } from "../../../src/schema/index.ts";

function problemsOf(text: string, options: ReadTrialsOptions = {}): string[] {
  try {
    readTrials(text, { path: "f", ...options });
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as InputError).message.split("\n");
  }
  throw new Error("nothing was thrown");
}

describe("a file of trials", () => {
  it("holds several scores of a period, blocks and days", () => {
    const text =
      "patient,block,period,treatment,day,score\nA,1,1,saline,1,7\nA,1,1,saline,8,6\nA,1,2,IVIG,15,3\nA,1,2,IVIG,22,2";
    const trials = readTrials(text);
    expect(trials).toEqual([
      {
        patient: "A",
        treatments: ["saline", "IVIG"],
        scores: [
          { treatment: "saline", score: 7, period: 1, block: 1, day: 1, row: 2 },
          { treatment: "saline", score: 6, period: 1, block: 1, day: 8, row: 3 },
          { treatment: "IVIG", score: 3, period: 2, block: 1, day: 15, row: 4 },
          { treatment: "IVIG", score: 2, period: 2, block: 1, day: 22, row: 5 },
        ],
      },
    ]);
    expect(trialSchema.parse(trials[0])).toEqual(trials[0]);
  });

  it("takes each row for a period of its own where it names none, runs of a treatment too", () => {
    const [trial] = readTrials("treatment;score\nA;7,5\nA;6\nB;3\nB;2");
    expect(trial!.scores.map(({ period, score }) => [period, score])).toEqual([
      [1, 7.5],
      [2, 6],
      [3, 3],
      [4, 2],
    ]);
    expect(trial!.patient).toBe("patient");
  });

  it("holds several patients, told by dates, and reads JSON alike", () => {
    const rows = ["A", "B"].flatMap((patient) =>
      ["x", "y", "y", "x"].map((treatment, i) => ({
        patient,
        treatment,
        day: `2024-01-0${i + 1}`,
        score: i,
      })),
    );
    const csv = ["patient,treatment,day,score", ...rows.map((row) => Object.values(row).join(","))].join(
      "\n",
    );
    const fromJson = readTrials(JSON.stringify({ rows }));
    expect(fromJson.map(({ patient }) => patient)).toEqual(["A", "B"]);
    const withoutRows = (text: string) =>
      readTrials(text).map((trial) => trial.scores.map(({ row: _, ...score }) => score));
    expect(withoutRows(csv)).toEqual(withoutRows(JSON.stringify({ rows })));
    expect(fromJson[0]!.scores[1]!.day! - fromJson[0]!.scores[0]!.day!).toBe(1);
  });

  it("keeps a missing score apart, of a period that has another and of one that has none", () => {
    const text = "period,treatment,score\n1,A,4\n1,A,NA\n2,B,3\n2,B,2";
    expect(readTrials(text)[0]!.scores.map(({ row }) => row)).toEqual([2, 4, 5]);
    expect(readTrials(text)[0]!.missed).toEqual([
      { treatment: "A", period: 1, block: null, day: null, row: 3, nBefore: 1 },
    ]);
    const [without] = readTrials("period,treatment,score\n1,A,NA\n2,B,3\n3,A,3\n4,B,1\n5,A,2");
    expect(without!.treatments).toEqual(["A", "B"]);
    expect(without!.scores.map(({ period }) => period)).toEqual([2, 3, 4, 5]);
    expect(without!.missed).toEqual([
      { treatment: "A", period: 1, block: null, day: null, row: 2, nBefore: 0 },
    ]);
    expect(problemsOf("period,treatment,score\n1,A,\n2,B,\n3,A,NA\n4,B,.")).toEqual([
      "f:2:score: a trial needs scores, got none of patient",
    ]);
  });

  it("keeps adverse events and rescue treatment with the score, or with the missing one", () => {
    const text = "treatment,score,adverse_events,rescue\nA,5,0,no\nB,3,2,yes\nA,,1,yes\nB,4,,\nA,6,0,";
    const [trial] = readTrials(text);
    expect(trial!.scores.map(({ adverseEvents, rescue }) => [adverseEvents, rescue])).toEqual([
      [0, undefined],
      [2, true],
      [undefined, undefined],
      [0, undefined],
    ]);
    expect(trial!.missed).toEqual([
      {
        treatment: "A",
        period: 3,
        block: null,
        day: null,
        row: 4,
        adverseEvents: 1,
        rescue: true,
        nBefore: 2,
      },
    ]);
    expect(problemsOf("treatment,score,adverse_events\nA,5,-1\nB,3,1.5\nA,5,0\nB,2,0")).toEqual([
      `f:2:adverse_events: adverse_events must be a whole number from 0, got "-1"`,
      `f:3:adverse_events: adverse_events must be a whole number from 0, got "1.5"`,
    ]);
  });
});

describe("what is wrong with a file of trials is said with its row", () => {
  it("a treatment seen once, with the near name that was probably meant", () => {
    expect(problemsOf("treatment,score\nsaline,7\nIVIG,3\nIVGI,2\nsaline,6\nIVIG,1")).toEqual([
      'f:4:treatment: each treatment needs at least 2 scores, got 1 of "IVGI"; did you mean "IVIG"?',
    ]);
  });

  it("a treatment written in two ways, or not among those there may be", () => {
    expect(problemsOf("treatment,score\nsaline,7\nIVIG,3\nivig,2\nsaline,6\nivig,1\nIVIG,1\nIVIG,2")).toEqual(
      [
        'f:4:treatment: treatment "ivig" must be written like "IVIG", which has 3 rows',
        'f:6:treatment: treatment "ivig" must be written like "IVIG", which has 3 rows',
      ],
    );
    const text = "treatment,score\nsalin,7\nIVIG,3\nIVIG,2\nsalin,6";
    expect(problemsOf(text, { treatments: ["saline", "IVIG"] })).toEqual([
      'f:2:treatment: treatment must be one of saline, IVIG, got "salin"; did you mean "saline"?',
      'f:5:treatment: treatment must be one of saline, IVIG, got "salin"; did you mean "saline"?',
    ]);
    expect(problemsOf("treatment,score\nA,7\nA,3")).toEqual([
      'f: a trial needs at least 2 treatments, got only "A"',
    ]);
  });

  it("names that differ by a letter or a number are taken as meant", () => {
    const text = "treatment,score\ndrug 1,7\ndrug 2,3\ndrug 2,2\ndrug 1,6\ndrug 2,1";
    expect(readTrials(text)[0]!.treatments).toEqual(["drug 1", "drug 2"]);
  });

  it("overlapping periods, two treatments in one, and days that go back, all at once", () => {
    const text =
      "period,treatment,day,score\n1,A,1,7\n2,B,8,3\n1,A,9,2\n2,B,10,2\n4,A,11,6\n4,B,12,6\n5,A,5,1\n6,B,13,1";
    expect(problemsOf(text)).toEqual([
      "f:4:period: periods must not overlap, got period 1 again after period 2",
      "f:5:period: periods must not overlap, got period 2 again after period 1",
      "f:6:period: periods must be numbered 1, 2, 3 … in the order of time, got 4 after 2",
      "f:7:treatment: a period must have one treatment, got B after A in row 6",
      "f:8:day: rows must be in the order of time and periods must not overlap, got day 5 after 12",
    ]);
  });

  it("unequal blocks, and cells that some rows lack", () => {
    const text = "block,period,treatment,score\n1,1,A,7\n1,2,B,3\n2,3,A,7\n2,4,B,3\n2,5,B,2\n,6,A,1";
    expect(problemsOf(text)).toEqual([
      "f:4:block: blocks must hold the same treatments equally often, got A, B, B in block 2 but A, B in block 1",
      "f:7:block: block must be given in every row of a patient or in none, got none here but one in row 2",
    ]);
  });

  it("cells that hold something else, missing columns and empty files", () => {
    expect(problemsOf("treatment,score\nA,seven\nA,1\nB,2\nB,3\n,3")).toEqual([
      'f:2:score: score must be a number, got "seven"',
      "f:6:treatment: each row needs the name of its treatment, got none",
    ]);
    expect(problemsOf("treatment\nA\nB")[0]).toContain("no column tells the scores; needs score");
    expect(problemsOf("treatment,score").length).toBeGreaterThan(0);
    expect(problemsOf("").length).toBeGreaterThan(0);
  });
});
