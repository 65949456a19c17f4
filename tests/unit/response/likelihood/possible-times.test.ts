import { describe, expect, it } from "vitest";
import { EstimationError } from "../../../../src/errors.ts";
import { randomStream } from "../../../../src/math/random/random-stream.ts";
import { possibleTimes } from "../../../../src/response/likelihood/possible-times.ts";
import { layTimeline } from "../../../../src/response/timeline.ts";
import { simpson } from "../../../helpers/differences.ts";
import { type PlainCurve, plainProbability } from "../../../helpers/plain-likelihood.ts";
import { compileResponse } from "../../../helpers/response-problems.ts";
import { between, patientOfRows, type Row } from "../../../helpers/unknown-days.ts";

const curve: PlainCurve = {
  baseline: 9,
  sd: 0.9,
  relief: 0.75,
  onsetHalfTime: 5,
  T50: 70,
  wearOffDuration: 50,
};

/** The likelihood that the compiled problem gives at `curve`, the same for every course. */
function likelihoodOf(
  rows: Row[],
  { relief, T50, onsetHalfTime, wearOffDuration, baseline, sd } = curve,
): number {
  const { logLikelihood, parameters } = compileResponse(patientOfRows(rows));
  const theta = Float64Array.from(parameters.names, (name) => {
    if (/relief/.test(name)) return Math.log(relief / (1 - relief));
    if (/T50/.test(name)) return Math.log(T50);
    if (/onset/.test(name)) return Math.log(onsetHalfTime);
    if (/wearOff/.test(name)) return Math.log(wearOffDuration);
    return name === "baseline" ? baseline : Math.log(sd);
  });
  return Math.exp(logLikelihood(theta, new Float64Array(theta.length)));
}

const p = (score: number, day: number, ...courses: number[]): number =>
  plainProbability(curve, score, day, courses);

/** The mean of f over a stretch of days, by 2,000 Simpson panels: an error far below 1e-12. */
const mean = (f: (day: number) => number, from: number, to: number): number =>
  simpson(f, from, to, 2000) / (to - from);

describe("one unknown day is averaged over", () => {
  const start: Row[] = [
    { score: 9, day: 0 },
    { course: true, day: 0 },
    { score: 2, day: 14 },
  ];
  const known = p(9, 0, 0) * p(2, 14, 0);

  it.each<[string, Row[], () => number]>([
    ["of a score", [{ score: 5, ...between(40, 100) }], () => known * mean((d) => p(5, d, 0), 40, 100)],
    [
      "of a score just after a course, cut at the known row above it",
      [{ score: 3, ...between(0, 30) }],
      () => known * mean((d) => p(3, d, 0), 14, 30),
    ],
    [
      "of a score cut at the next course",
      [
        { score: 5, ...between(30, 150) },
        { course: true, day: 90 },
        { score: 3, day: 100 },
      ],
      () => known * p(3, 100, 0, 90) * mean((d) => p(5, d, 0), 30, 90),
    ],
    [
      "of a course",
      [
        { course: true, ...between(60, 110) },
        { score: 3, day: 120 },
        { score: 5, day: 150 },
      ],
      () => known * mean((d) => p(3, 120, 0, d) * p(5, 150, 0, d), 60, 110),
    ],
    [
      "of a course with a score tied to it",
      [
        { course: true, ...between(60, 110) },
        { score: 3, daysAfterCourse: 10 },
        { score: 5, day: 150 },
      ],
      () => known * mean((d) => p(3, d + 10, 0, d) * p(5, 150, 0, d), 60, 110),
    ],
    [
      "of a course whose tied score has bounds of its own",
      [
        { course: true, ...between(60, 110) },
        { score: 3, daysAfterCourse: 10, ...between(90, 95) },
      ],
      () => known * mean((d) => p(3, d + 10, 0, d), 80, 85),
    ],
    [
      "of a course whose tied score must come before a known row",
      [
        { course: true, ...between(60, 110) },
        { score: 3, daysAfterCourse: 20 },
        { score: 5, day: 110 },
      ],
      () => known * mean((d) => p(3, d + 20, 0, d) * p(5, 110, 0, d), 60, 90),
    ],
  ])("%s, as Simpson's rule does", (_, rows, expected) => {
    expect(Math.abs(likelihoodOf([...start, ...rows]) / expected() - 1)).toBeLessThan(1e-8);
  });

  it("of a score on a steep part of the curve, where its likelihood is a bump of a few days", () => {
    const steep: PlainCurve = { ...curve, sd: 0.4, wearOffDuration: 20, onsetHalfTime: 2 };
    const rows: Row[] = [...start, { score: 5, ...between(40, 100) }];
    const expected = [9, 2].map((score, i) => plainProbability(steep, score, 14 * i, [0]));
    const averaged = mean((d) => plainProbability(steep, 5, d, [0]), 40, 100);
    // Panels of 10 days with 16 nodes, against a bump of 3 days: 1e-9 by trial, and .7 with one panel.
    expect(Math.abs(likelihoodOf(rows, steep) / (expected[0]! * expected[1]! * averaged) - 1)).toBeLessThan(
      1e-8,
    );
  });

  it("of each of several events apart by themselves", () => {
    const rows: Row[] = [...start, { score: 3, ...between(20, 40) }, { score: 6, ...between(60, 90) }];
    const expected = known * mean((d) => p(3, d, 0), 20, 40) * mean((d) => p(6, d, 0), 60, 90);
    expect(Math.abs(likelihoodOf(rows) / expected - 1)).toBeLessThan(1e-8);
  });
});

describe("unknown days that hang together are averaged over jointly", () => {
  const rows: Row[] = [
    { score: 9, day: 0 },
    { course: true, day: 0 },
    { score: 3, ...between(10, 60) },
    { score: 6, ...between(40, 110) },
    { course: true, ...between(80, 130) },
    { score: 4, daysAfterCourse: 14, ...between(100, 140) },
    { score: 5, ...between(120, 190) },
  ];

  it("as 200,000 uniform draws do that keep the order of the file", () => {
    const random = randomStream(20_040_601);
    const within = (from: number, to: number): number => from + (to - from) * random.uniform();
    let [n, sum, squares] = [0, 0, 0];
    while (n < 200_000) {
      const [a, b, second, d] = [within(10, 60), within(40, 110), within(80, 130), within(120, 190)];
      const tied = second + 14;
      if (a > b || b > second || tied < 100 || tied > 140 || d < tied) continue;
      const value = p(3, a, 0) * p(6, b, 0, second) * p(4, tied, 0, second) * p(5, d, 0, second);
      n++;
      sum += value;
      squares += value * value;
    }
    const average = sum / n;
    const error = Math.sqrt((squares / n - average ** 2) / n);
    expect(Math.abs(likelihoodOf(rows) / p(9, 0, 0) - average) / error).toBeLessThan(4);
  });

  it("by nodes that keep it", () => {
    const timeline = layTimeline(patientOfRows(rows), false);
    const [, joint] = possibleTimes(timeline);
    expect(joint!.scores).toEqual([1, 2, 3, 4]);
    expect(joint!.nodes.length).toBe(256);
    for (const { elapsed } of joint!.nodes) {
      const [a, , b, bSecond, tied, tiedSecond, d] = elapsed;
      expect(a).toBeLessThanOrEqual(b!);
      expect(bSecond).toBeLessThanOrEqual(0);
      expect(tiedSecond).toBeCloseTo(14, 10);
      expect(Math.min(tied! - 100, 140 - tied!, d! - tied!)).toBeGreaterThanOrEqual(0);
    }
  });
});

describe("possibleTimes", () => {
  const timelines: Row[][] = [
    [
      { score: 9, day: 0 },
      { course: true, day: 0 },
      { score: 3, day: 5 },
    ],
    [
      { score: 9, day: 0 },
      { course: true, day: 0 },
      { score: 3, ...between(5, 9) },
      { score: 4, ...between(7, 30) },
    ],
    [
      { score: 9, day: 0 },
      { course: true, ...between(-10, 10) },
      { score: 3, daysAfterCourse: 5 },
      { score: 4, ...between(50, 60) },
    ],
  ];

  it.each(timelines.map((rows, i) => [i + 1, rows] as const))(
    "holds every score once, weights adding to 1 (case %i)",
    (_, rows) => {
      const timeline = layTimeline(patientOfRows(rows), false);
      const blocks = possibleTimes(timeline);
      expect(blocks.flatMap(({ scores }) => scores).sort()).toEqual(timeline.scores.map((_, i) => i));
      for (const { nodes, scores } of blocks) {
        expect(nodes.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 13);
        expect(nodes.every(({ elapsed }) => elapsed.length === scores.length * timeline.courses.length)).toBe(
          true,
        );
      }
    },
  );

  it("has one block with one node where every day is known", () => {
    const blocks = possibleTimes(layTimeline(patientOfRows(timelines[0]!), false));
    expect(blocks).toEqual([{ scores: [0, 1], nodes: [{ weight: 1, elapsed: Float64Array.of(0, 5) }] }]);
  });

  it("has no block for no score", () => {
    expect(possibleTimes(layTimeline(patientOfRows([]), false))).toEqual([]);
    expect(possibleTimes(layTimeline(patientOfRows([{ course: true, ...between(0, 5) }]), false))).toEqual(
      [],
    );
  });

  const tiedOutside: Row[] = [
    { course: true, ...between(0, 10) },
    { score: 3, daysAfterCourse: 20, ...between(0, 5) },
  ];

  it.each<[string, Row[]]>([
    ["a tied score outside its own bounds", tiedOutside],
    ["the same beside other unknown days", [...tiedOutside, { score: 4, ...between(5, 30) }]],
    [
      "a tied score after the row below it",
      [
        { course: true, ...between(50, 60) },
        { score: 3, daysAfterCourse: 20 },
        { course: true, ...between(55, 71) },
        { score: 3, daysAfterCourse: 0.001, ...between(50, 60) },
      ],
    ],
  ])("refuses %s", (_, rows) => {
    const places = () => possibleTimes(layTimeline(patientOfRows(rows), false));
    expect(places).toThrow(EstimationError);
    expect(places).toThrow(
      /needs days within their bounds that keep the order of the rows, found almost none/,
    );
  });
});
