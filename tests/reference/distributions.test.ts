import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { normalCdf, normalQuantile } from "../../src/math/normal.ts";
import { studentTCdf, studentTQuantile } from "../../src/math/student-t.ts";

// Made by R 4.2.2 and 34-digit arithmetic (mpmath); the field `use` says which to trust.
interface Point {
  fn: string;
  args: Record<string, number>;
  region: string;
  use: "mpmath" | "R";
  R: string;
  mpmath: string;
}

const { entries } = JSON.parse(
  readFileSync(new URL("./distributions.json", import.meta.url), "utf8"),
) as { entries: Point[] };

const functions: Record<string, (args: Record<string, number>) => number> = {
  pnorm: ({ x }) => normalCdf(x),
  qnorm: ({ p }) => normalQuantile(p),
  pt: ({ t, df }) => studentTCdf(t, df),
  qt: ({ p, df }) => studentTQuantile(p, df),
};

/** Relative tolerance by region: the digits asked of the body, of tails to 1e-12, and beyond. */
function tolerance(region: string): number {
  if (region === "extreme") return 1e-10;
  return region === "tail" ? 1e-12 : 1e-13;
}

describe("distribution functions agree with 34-digit arithmetic", () => {
  for (const [fn, compute] of Object.entries(functions)) {
    const points = entries.filter((point) => point.fn === fn);
    it(`${fn}: ${points.length} points`, () => {
      expect(points.length).toBeGreaterThan(20);
      const wrong = points.filter((point) => {
        const truth = Number(point[point.use]);
        const value = compute(point.args);
        const error = truth === 0 ? Math.abs(value) : Math.abs(value / truth - 1);
        return !(error <= tolerance(point.region));
      });
      expect(wrong.map((point) => [point, compute(point.args)])).toEqual([]);
    });
  }
});
