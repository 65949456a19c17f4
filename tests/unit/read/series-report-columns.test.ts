import { describe, expect, it } from "vitest";
import { InputError } from "../../../src/errors.ts";
import { readSeries } from "../../../src/read/index.ts";

function problemsOf(text: string): string[] {
  try {
    readSeries(text, { path: "f" });
  } catch (error) {
    if (error instanceof InputError) return error.message.split("\n");
    throw error;
  }
  return [];
}

const HEAD =
  "series,n,mean_percent,sd_percent,minimum,maximum,median,lower_bound,upper_bound,decimals,step\n";

describe("a series without its standard deviation", () => {
  it("is read with what the report gives instead", () => {
    const [one] = readSeries(`${HEAD}Morozumi 2009,5,73.4,,,,,0,100,1,`);
    expect(one?.summary).toEqual({ n: 5, mean_percent: 73.4, lower_bound: 0, upper_bound: 100, decimals: 1 });
    expect(readSeries("series,n,mean,upper_bound\nA,5,4,10")).toHaveLength(1);
  });

  it("has each clash told with its row and column", () => {
    const rows = [
      "A,5,173.4,,,,,0,100,1,",
      "B,5,50,,60,40,,,,,",
      "C,5,50,,10,90,95,,,,",
      "D,5,-3,,,,,0,100,,",
    ];
    expect(problemsOf(HEAD + rows.join("\n"))).toEqual([
      "f:2:mean_percent: mean_percent must be at most upper_bound (100), got 173.4",
      "f:3:maximum: maximum must be at least minimum (60), got 40",
      "f:3:mean_percent: mean_percent must be at least minimum (60), got 50",
      "f:3:mean_percent: mean_percent must be at most maximum (40), got 50",
      "f:4:maximum: maximum must be at least median (95), got 90",
      "f:5:mean_percent: mean_percent must be at least lower_bound (0), got -3",
    ]);
  });

  it("lets a mean stand at a bound that its printed decimals still reach", () => {
    expect(problemsOf(`${HEAD}A,5,100.04,,,,,0,100,1,`)).toEqual([]);
    expect(problemsOf(`${HEAD}A,5,100.06,,,,,0,100,1,`)).toHaveLength(1);
  });

  it("has whole decimals and a step above 0", () => {
    expect(problemsOf(`${HEAD}A,5,50,,,,,0,100,1.5,0`).sort()).toEqual([
      'f:2:decimals: decimals must be a whole number from 0 to 15, got "1.5"',
      'f:2:step: step must be a number above 0, got "0"',
    ]);
  });
});
