import { describe, expect, it } from "vitest";
import { InputError } from "../../../../src/errors.ts";
import { cumulatePool, poolEstimates, poolInfluence } from "../../../../src/pooling/index.ts";

const row = (series: string, year: number | string) => ({
  series,
  estimate: 1,
  variance: 1,
  moderators: { year },
});
const order = (rows: ReturnType<typeof row>[], column = "year") =>
  cumulatePool(rows, { orderBy: column }).steps.map(({ series }) => series);

describe("a cumulative pool by a column", () => {
  it("goes by the size of numbers, ties as they stand", () => {
    expect(order([row("a", 2010), row("b", 999), row("c", 2010), row("d", 2005)])).toEqual([
      "b",
      "d",
      "a",
      "c",
    ]);
  });

  it("goes by characters where one is a text, such as dates", () => {
    expect(order([row("a", "2010-02"), row("b", "2009-11"), row("c", "2010-01")])).toEqual(["b", "c", "a"]);
    expect(order([row("a", "x"), row("b", 10), row("c", 9)])).toEqual(["b", "c", "a"]);
  });

  it("ends in the pool of all, and says by what it went", () => {
    const rows = [3, 1, 2].map((year, i) => ({ ...row(`s${i}`, year), estimate: i * i }));
    const sequence = cumulatePool(rows, { orderBy: "year" });
    expect(sequence.steps.at(-1)!.estimate).toBeCloseTo(poolEstimates(rows).estimates[0]!.estimate!, 12);
    expect(sequence.orderedBy).toBe("year");
    expect(sequence.provenance.options.orderBy).toBe("year");
    expect(cumulatePool(rows)).not.toHaveProperty("orderedBy");
  });

  it("refuses a column that is not there, a series without a value, and two orders at once", () => {
    expect(() => order([row("a", 1)], "age")).toThrow(RangeError);
    expect(() => order([row("a", 1), row("b", "")])).toThrow(InputError);
    expect(() => cumulatePool([row("a", 1)], { order: ["a"], orderBy: "year" })).toThrow(
      "order and orderBy both say how series come in",
    );
  });
});

describe("the influence of one of two series", () => {
  it("has no DFBETAS, since nothing is left to pool without it", () => {
    const { series } = poolInfluence([row("a", 1), row("b", 2)]);
    expect(series.map(({ dfbetas }) => dfbetas)).toEqual([null, null]);
  });
});
