import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { InputError } from "../../../src/errors.ts";
import { readSeries } from "../../../src/read/index.ts";

function problemsOf(text: string): string[] {
  try {
    readSeries(text, { path: "f" });
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as InputError).message.split("\n");
  }
  throw new Error("nothing was thrown");
}

describe("a file of series", () => {
  test.each([
    ["estimate,standard_error", "0.3,0.1", { estimate: 0.3, standard_error: 0.1 }],
    ["estimate,variance", "-1,0.04", { estimate: -1, variance: 0.04 }],
    ["events,n", "5,5", { events: 5, n: 5 }],
    ["n,mean,sd", "5,73.4,12", { n: 5, mean: 73.4, sd: 12 }],
    ["n,sd", "5,12", { n: 5, sd: 12 }],
    ["n,mean_log_ratio,sd_log_ratio", "5,-1.3,0.6", { n: 5, mean_log_ratio: -1.3, sd_log_ratio: 0.6 }],
    [
      "events,n,events_control,n_control",
      "7,11,0,12",
      { events: 7, n: 11, events_control: 0, n_control: 12 },
    ],
  ])("may give %s", (header, cells, summary) => {
    expect(readSeries(`series,${header}\nA,${cells}`)).toEqual([
      { series: "A", summary, overlaps: [], moderators: {}, note: null },
    ]);
  });

  test("keeps further columns as moderators, numbers or texts", () => {
    const [first, second] = readSeries("series;events;n;year;design\nA;1;2;2009;open\nB;1;3;;randomised");
    expect(first!.moderators).toEqual({ year: 2009, design: "open" });
    expect(second!.moderators).toEqual({ design: "randomised" });
  });

  test("names the series that share patients", () => {
    const read = readSeries('series,events,n,overlaps\nA,1,2,"B; C"\nB,1,3,A|C\nC,2,4,');
    expect(read.map(({ overlaps }) => overlaps)).toEqual([["B", "C"], ["A", "C"], []]);
  });

  test("has every problem listed at once, each with its place", () => {
    const text = "series,events,n,sd,overlaps\nA,6,5,,\nA,1,2,-1,\n,1,x,,\nB,1,2,,C";
    expect(problemsOf(text).sort()).toEqual([
      "f:2:events: events must be at most n (5), got 6",
      'f:3:sd: sd must be a number of at least 0, got "-1"',
      'f:3:series: each series must have a name of its own, got "A" again after row 2',
      'f:4:n: n must be a number above 0, got "x"',
      "f:4:series: each row needs the name of its series, got none",
      'f:5:overlaps: overlaps must name series of the file (A, B), got "C"',
    ]);
  });

  test("needs the names of the series and what they found", () => {
    expect(problemsOf("n,mean\n3,4").map((problem) => problem.split(";")[0])).toEqual([
      "f:1: no column tells the name of each series",
      "f:1: no column tells what each series found",
    ]);
  });

  test.each(["single-arm", "controlled", "sjogren", "painful"])(
    "of the shipped series %s is read",
    (name) => {
      const text = readFileSync(
        new URL(`../../../datasets/ivig-series/${name}.csv`, import.meta.url),
        "utf8",
      );
      const read = readSeries(text);
      expect(read.length).toBeGreaterThan(1);
      for (const { summary, moderators } of read) {
        expect(summary.events).toBeLessThanOrEqual(summary.n!);
        expect(moderators).toHaveProperty("certainty");
      }
    },
  );
});
