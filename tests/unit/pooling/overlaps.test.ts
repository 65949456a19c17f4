import { describe, expect, it } from "vitest";
import { InputError } from "../../../src/errors.ts";
import { poolEstimates } from "../../../src/pooling/index.ts";
import type { EffectEstimate } from "../../../src/schema/series.ts";

const row = (series: string, ...overlaps: string[]): EffectEstimate => ({
  series,
  estimate: -series.length,
  variance: 0.4,
  overlaps,
});
const names = (rows: EffectEstimate[], keep: string[] = []) => {
  const { series, leftOut } = poolEstimates(rows, { keep });
  return { pooled: series.map((one) => one.series), leftOut };
};

const kizawa = row("Kizawa 2006");
const morozumi = row("Morozumi 2009");
const review = row("Humă 2020", "Kizawa 2006", "Morozumi 2009");
const other = row("Other", "Not in this pool");

describe("series that share patients", () => {
  it("are refused in one pool, every pair by name", () => {
    try {
      names([kizawa, morozumi, review, other]);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
      expect((error as InputError).issues.map(({ message }) => message)).toEqual([
        'Cannot pool "Kizawa 2006" with "Humă 2020": they share patients; name the one to keep',
        'Cannot pool "Morozumi 2009" with "Humă 2020": they share patients; name the one to keep',
      ]);
    }
  });

  it("are refused whichever of the two names the other", () => {
    expect(() => names([row("A", "B"), row("B")])).toThrow(InputError);
    expect(() => names([row("A"), row("B", "A")])).toThrow(InputError);
  });

  it("give way to the one that is kept, and the result says why", () => {
    expect(names([kizawa, morozumi, review, other], ["Humă 2020"])).toEqual({
      pooled: ["Humă 2020", "Other"],
      leftOut: [
        { series: "Kizawa 2006", reason: "Shares patients with Humă 2020, which was kept" },
        { series: "Morozumi 2009", reason: "Shares patients with Humă 2020, which was kept" },
      ],
    });
    expect(names([kizawa, morozumi, review, other], ["Kizawa 2006"])).toEqual({
      pooled: ["Kizawa 2006", "Morozumi 2009", "Other"],
      leftOut: [{ series: "Humă 2020", reason: "Shares patients with Kizawa 2006, which was kept" }],
    });
  });

  it("cannot both be kept", () => {
    expect(() => names([kizawa, review], ["Kizawa 2006", "Humă 2020"])).toThrow(InputError);
  });

  it("may name series that are not in the pool", () => {
    expect(names([kizawa, other])).toEqual({ pooled: ["Kizawa 2006", "Other"], leftOut: [] });
  });

  it("are kept by names of the pool only", () => {
    expect(() => names([kizawa, other], ["Kizawa"])).toThrow(
      'keep must name series of the pool, got "Kizawa"',
    );
  });
});
