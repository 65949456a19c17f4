import { describe, expect, test } from "vitest";
import { parseScale } from "../../../src/read/index.ts";

describe("a scale on the command line", () => {
  test.each([
    ["0-100", undefined, { minimum: 0, maximum: 100, step: 1 }],
    ["0–100", 0.1, { minimum: 0, maximum: 100, step: 0.1 }],
    [" 1 - 7 ", 2, { minimum: 1, maximum: 7, step: 2 }],
    ["-5-5", undefined, { minimum: -5, maximum: 5, step: 1 }],
    ["-10--5", 5, { minimum: -10, maximum: -5, step: 5 }],
    ["0-0.3", 0.1, { minimum: 0, maximum: 0.3, step: 0.1 }],
    ["0.5-9.5", 1, { minimum: 0.5, maximum: 9.5, step: 1 }],
  ])("may be %j in steps of %s", (text, step, expected) => {
    expect(parseScale(text, step)).toEqual(expected);
  });

  test.each(["", "10", "abc", "0-", "0-10-20", "0,10", "0 10", "0-ten", "0-1e999", "0-1,5"])(
    "is not %j",
    (text) => {
      expect(() => parseScale(text)).toThrow(
        new RangeError(`A scale must be two numbers such as 0-100, got "${text}"`),
      );
    },
  );

  test.each([
    ["10-0", 1, "A scale must run from a lower to a higher score, got 10–0"],
    ["5-5", 1, "A scale must run from a lower to a higher score, got 5–5"],
    ["0-10", 0, "A scale must have a step above 0, got 0"],
    ["0-10", -1, "A scale must have a step above 0, got -1"],
    ["0-10", 3, "A scale must span whole steps, got 0–10 in steps of 3"],
    ["0-10", 20, "A scale must span whole steps, got 0–10 in steps of 20"],
    ["0-10", Number.NaN, "A scale must have a finite minimum, maximum and step, got 0, 10 and NaN"],
    [
      "0-10",
      Number.POSITIVE_INFINITY,
      "A scale must have a finite minimum, maximum and step, got 0, 10 and Infinity",
    ],
    ["-1e308-1e308", 1e-300, "A scale must span whole steps, got -1e+308–1e+308 in steps of 1e-300"],
  ])("is not %s in steps of %s", (text, step, message) => {
    expect(() => parseScale(text, step)).toThrow(new RangeError(message));
  });
});
