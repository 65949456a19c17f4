import { describe, expect, it } from "vitest";
import { InputError } from "../../../src/errors.ts";
import { hasNominalDays, layTimeline, type TimelineEvent } from "../../../src/response/timeline.ts";
import { expectRelative } from "../../helpers/closeness.ts";
import { compileResponse } from "../../helpers/response-problems.ts";
import { between, patientOfRows, type Row } from "../../helpers/unknown-days.ts";

const bounds = ({ kind, earliest, latest }: TimelineEvent): [string, number, number] => [
  kind,
  earliest,
  latest,
];
const lay = (rows: Row[], averageDays = false) => layTimeline(patientOfRows(rows), averageDays);

describe("layTimeline", () => {
  it("puts scores and courses in the order of the file", () => {
    const { events, averaged } = lay([
      { score: 9, day: -7 },
      { course: true, day: 0 },
      { score: 4, day: 3 },
      { course: true, day: 90 },
      { course: true, day: 120 },
    ]);
    expect(events.map(bounds)).toEqual([
      ["score", -7, -7],
      ["course", 0, 0],
      ["score", 3, 3],
      ["course", 90, 90],
      ["course", 120, 120],
    ]);
    expect(averaged).toBe(false);
  });

  it("orders courses by their days, ties as in the file, and leaves scores as they stand", () => {
    const { courses, scores } = lay([
      { course: true, day: 90, note: "b" },
      { score: 5, day: 95 },
      { course: true, day: 0, note: "a" },
      { score: 9, day: -3 },
    ]);
    expect(courses.map(({ earliest, index }) => [earliest, index])).toEqual([
      [0, 0],
      [90, 1],
    ]);
    expect(scores.map(({ earliest, index }) => [earliest, index])).toEqual([
      [95, 0],
      [-3, 1],
    ]);
  });

  it("leaves the order of events that share a day as it is", () => {
    const { events } = lay([
      { score: 9, day: 0 },
      { course: true, day: 0 },
      { score: 8, day: 0 },
    ]);
    expect(events.map(({ kind }) => kind)).toEqual(["score", "course", "score"]);
  });

  it("takes a day where one is given, its bounds where none is or where they are asked for", () => {
    const rows: Row[] = [
      { course: true, day: 0 },
      { score: 5, day: 30, ...between(20, 50) },
      { score: 6, ...between(60, 80) },
    ];
    expect(lay(rows).scores.map(bounds)).toEqual([
      ["score", 30, 30],
      ["score", 60, 80],
    ]);
    expect(lay(rows, true).scores.map(bounds)).toEqual([
      ["score", 20, 50],
      ["score", 60, 80],
    ]);
    expect([lay(rows).averaged, lay(rows, true).averaged]).toEqual([true, true]);
  });

  it("ties a score to the last course above it, within its own bounds", () => {
    const { scores, courses } = lay([
      { course: true, day: 0 },
      { course: true, ...between(100, 120) },
      { score: 5, daysAfterCourse: 14 },
      { score: 5, daysAfterCourse: 20, ...between(125, 130) },
    ]);
    expect(scores.map(({ tiedTo }) => [tiedTo!.course === courses[1], tiedTo!.days])).toEqual([
      [true, 14],
      [true, 20],
    ]);
    expect(scores.map(bounds)).toEqual([
      ["score", 114, 134],
      ["score", 125, 130],
    ]);
  });

  it("prefers a given day to days after the course, unless days are averaged", () => {
    const rows: Row[] = [
      { course: true, day: 0, ...between(-5, 5) },
      { score: 5, day: 14, daysAfterCourse: 14 },
    ];
    expect(lay(rows).scores.map(bounds)).toEqual([["score", 14, 14]]);
    expect(lay(rows, true).scores.map(bounds)).toEqual([["score", 9, 19]]);
  });

  it("narrows an unknown day by the known days of the rows above and below it", () => {
    const { scores } = lay([
      { course: true, day: 0 },
      { score: 3, day: 25 },
      { score: 5, ...between(10, 80) },
      { score: 7, day: 60 },
    ]);
    expect(bounds(scores[1]!)).toEqual(["score", 25, 60]);
  });

  it("narrows a course by known scores, and not by unknown ones", () => {
    const { courses } = lay([
      { course: true, day: 0 },
      { score: 9, ...between(110, 130) },
      { course: true, ...between(90, 140) },
      { score: 4, day: 135 },
    ]);
    expect(bounds(courses[1]!)).toEqual(["course", 90, 135]);
  });

  it("does not average over a day before every course, where nothing depends on it", () => {
    const early: Row = { score: 9, ...between(-60, -30) };
    expect(lay([early, { course: true, day: 0 }])).toMatchObject({
      averaged: false,
      scores: [{ earliest: -30, latest: -30 }],
    });
  });

  it("averages over a day that any course may precede, whichever course is likely the first", () => {
    const { scores, courses } = lay([
      { course: true, ...between(0, 100) },
      { score: 9, ...between(10, 25) },
      { course: true, ...between(30, 40) },
    ]);
    expect(courses.map(({ earliest }) => earliest)).toEqual([30, 0]);
    expect(bounds(scores[0]!)).toEqual(["score", 10, 25]);
  });

  it("lays out a patient without scores or courses", () => {
    expect(layTimeline(patientOfRows([]), false)).toEqual({
      events: [],
      courses: [],
      scores: [],
      averaged: false,
    });
    expect(lay([{ score: 3, ...between(0, 9) }]).scores.map(bounds)).toEqual([["score", 0, 9]]);
  });

  it.each<[string, Row, string]>([
    ["a score without a day", { score: 5 }, "scores[0]"],
    ["a score with one bound", { score: 5, dayEarliest: 3 }, "scores[0]"],
    ["bounds the wrong way round", { score: 5, ...between(9, 3) }, "scores[0]"],
    ["a day that is not a number", { score: 5, day: Number.NaN }, "scores[0]"],
    ["a course without a day", { course: true }, "courses[1]"],
    [
      "days after a course without a course",
      { score: 5, daysAfterCourse: 3, coursesBefore: 0 } as Row,
      "scores[0]",
    ],
  ])("refuses %s", (_, row, path) => {
    const lays = () => lay([{ course: true, day: 0 }, row]);
    expect(lays).toThrow(InputError);
    expect(lays).toThrow(`${path}: a day, or both of its bounds, is needed`);
  });
});

describe("hasNominalDays", () => {
  it.each<[string, Row, boolean]>([
    ["a day with bounds", { score: 5, day: 3, ...between(0, 9) }, true],
    ["a course's day with bounds", { course: true, day: 3, ...between(0, 9) }, true],
    ["a day alone", { score: 5, day: 3 }, false],
    ["bounds alone", { score: 5, ...between(0, 9) }, false],
    ["bounds that are one day", { score: 5, day: 3, ...between(3, 3) }, false],
  ])("of %s: averaging would change the analysis", (_, row, expected) => {
    expect(hasNominalDays(patientOfRows([{ course: true, day: 0 }, row]))).toBe(expected);
  });
});

describe("a score on the very day of a course", () => {
  it("is before the infusion whatever the order of the rows", () => {
    const before = patientOfRows([
      { score: 9, day: 0 },
      { course: true, day: 0 },
      { score: 2, day: 10 },
      { score: 4, day: 60 },
    ]);
    const after = patientOfRows([
      { course: true, day: 0 },
      { score: 9, day: 0 },
      { score: 2, day: 10 },
      { score: 4, day: 60 },
    ]);
    const scratch = new Float64Array(6);
    const values = [before, after].map((patient) => {
      const { objective } = compileResponse(patient);
      return [
        objective(Float64Array.of(9, 0, 1, 1, 4.5, 4), scratch),
        objective(Float64Array.of(8, -1, 2, 2, 4, 3), scratch),
      ];
    });
    expectRelative(values[0]!, values[1]!, 0);
  });
});
