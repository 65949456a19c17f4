import { describe, expect, test } from "vitest";
import { InputError } from "../../../src/errors.ts";
import { readPriors } from "../../../src/read/index.ts";
import { defaultPriors, flatPriors, informedPriors, priorSets } from "../../../src/response/index.ts";

const options = {
  sets: priorSets,
  parameters: ["relief", "onsetHalfTime", "T50", "wearOffDuration"],
  path: "f",
};
const read = (file: object) => readPriors(JSON.stringify(file), options);

function problemsOf(text: string): string[] {
  try {
    readPriors(text, options);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as InputError).message.split("\n");
  }
  throw new Error("nothing was thrown");
}

describe("a file of priors", () => {
  test("is the default set but for its name and what it tells", () => {
    expect(read({ name: "mine" })).toEqual({ ...defaultPriors, name: "mine" });
    const T50 = { mean: 4, sd: 0.3 };
    expect(read({ name: "mine", parameters: { T50 } })).toEqual({
      ...defaultPriors,
      name: "mine",
      parameters: { ...defaultPriors.parameters, T50 },
    });
  });

  test("starts from the set it names", () => {
    expect(read({ name: "mine", base: "informed", spreads: { relief: 0.5 } })).toEqual({
      ...informedPriors,
      name: "mine",
      spreads: { relief: 0.5, T50: 0.3, baseline: 1 },
    });
    expect(read({ name: "mine", base: "flat" })).toEqual({ ...flatPriors, name: "mine" });
  });

  test("can tell everything", () => {
    const whole = {
      name: "whole",
      baseline: { mean: "before-first-course", sd: 2 },
      residualSd: { mean: -0.2, sd: 0.4 },
      parameters: Object.fromEntries(options.parameters.map((name, i) => [name, { mean: i, sd: 1 + i }])),
      spreads: { relief: 1, T50: 0.2, baseline: 0.7 },
      noEffectProbability: 0,
    };
    expect(read(whole)).toEqual(whole);
  });

  test("can be flat but for the scatter", () => {
    const flat = read({
      name: "mine",
      baseline: { mean: 5, sd: null },
      parameters: { relief: { mean: 0, sd: null } },
    });
    expect([flat.baseline.sd, flat.parameters.relief!.sd]).toEqual([null, null]);
    expect(problemsOf('{ "name": "a", "residualSd": { "mean": 0, "sd": null } }')).toEqual([
      "f:residualSd.sd: residualSd.sd must be a number above 0: residualSd cannot be flat, for rounded scores then have no answer, got null",
    ]);
  });

  test("may begin with a byte order mark, and name any parameter where none are known", () => {
    const text = '\uFEFF{ "name": "a", "parameters": { "own": { "mean": 1, "sd": 1 } } }';
    expect(readPriors(text, { sets: priorSets }).parameters.own).toEqual({ mean: 1, sd: 1 });
  });

  test("is not changed by reading it", () => {
    read({ name: "mine", parameters: { T50: { mean: 4, sd: 0.3 } } });
    expect(defaultPriors.parameters.T50).toEqual({ mean: Math.log(105), sd: 0.7 });
  });
});

describe("what is wrong with a file of priors", () => {
  test("is said at once, each under its path: what is needed, what was found", () => {
    const file = {
      nam: "x",
      base: 3,
      baseline: { mean: "high", sd: 0 },
      parameters: { T50: { mean: "a", sd: -1, SD: 2 }, relief: [1, 2] },
      spreads: { T50: 0 },
      noEffectProbability: 1,
    };
    expect(problemsOf(JSON.stringify(file))).toEqual([
      "f:name: name must be a text, got none",
      "f:base: base must be a text, got 3",
      'f:baseline.mean: baseline.mean must be a number or "before-first-course", got "high"',
      "f:baseline.sd: baseline.sd must be a number above 0, or null for a flat prior, got 0",
      'f:parameters.T50.mean: parameters.T50.mean must be a number, got "a"',
      "f:parameters.T50.sd: parameters.T50.sd must be a number above 0, or null for a flat prior, got -1",
      'f:SD: unknown key of parameters.T50 "SD"; did you mean `sd`?',
      'f:parameters.relief: parameters.relief must be an object such as { "mean": 0, "sd": 1 }, got a list',
      "f:spreads.T50: spreads.T50 must be a number above 0, got 0",
      "f:noEffectProbability: noEffectProbability must be a probability from 0 to below 1, got 1",
      'f:nam: unknown key "nam"; did you mean `name`?',
    ]);
  });

  test("may be a name: of a set that there is, of one that there is not, of no parameter", () => {
    const parameters = { relif: { mean: 0, sd: 1 } };
    const file = { name: "default", base: "informd", parameters, spreads: { between: 1 } };
    expect(problemsOf(JSON.stringify(file))).toEqual([
      'f:name: name must not be that of a set there is (default, informed, sceptical, flat), got "default"',
      'f:base: base must be one of default, informed, sceptical, flat, got "informd"',
      'f:relif: unknown parameter "relif"; did you mean `relief`?',
      'f:between: unknown parameter "between"; known are relief, onsetHalfTime, T50, wearOffDuration, baseline',
    ]);
    expect(problemsOf('{ "name": " " }')).toEqual([
      'f:name: name must be a text of at least one letter, got " "',
    ]);
  });

  test.each([
    ["", "f: the text is not valid JSON; needs an object"],
    ["name: mine", "f: the text is not valid JSON; needs an object"],
    ["[]", 'f: the JSON must be an object such as { "name": "mine" }, got a list'],
    ["null", 'f: the JSON must be an object such as { "name": "mine" }, got null'],
    [
      '{ "name": "a", "residualSd": { "mean": 1e999, "sd": 1 } }',
      "f:residualSd.mean: residualSd.mean must be a number",
    ],
    [`"${"x".repeat(2 ** 20)}"`, "f: the text is not valid JSON; needs an object"],
  ])("is its text: %.20s", (text, message) => {
    const problems = problemsOf(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]!.startsWith(message)).toBe(true);
  });

  test("is not the want of a set to start from", () => {
    expect(() => readPriors('{ "name": "a" }', { sets: [] })).toThrow(RangeError);
  });
});
