import { describe, expect, it } from "vitest";
import {
  bulkEffectiveDraws,
  type Chain,
  diagnoseChains,
  divergences,
  energyFraction,
  meanError,
  quantileError,
  rHat,
  sampleChains,
  standardDeviationError,
  tailEffectiveDraws,
  treeDepthSaturation,
} from "../../../../src/inference/hamiltonian/index.ts";
import { randomStream } from "../../../../src/math/random/random-stream.ts";
import { expectRelative } from "../../../helpers/closeness.ts";
import { normalTarget } from "../../../helpers/density-targets.ts";

const diagnostics: [string, (chains: readonly Float64Array[]) => number | null][] = [
  ["rHat", rHat],
  ["bulkEffectiveDraws", bulkEffectiveDraws],
  ["tailEffectiveDraws", tailEffectiveDraws],
  ["meanError", meanError],
  ["standardDeviationError", standardDeviationError],
  ["quantileError", (chains) => quantileError(chains, 0.3)],
];

const normals = (nChains: number, n: number): Float64Array[] =>
  Array.from({ length: nChains }, (_, m) => {
    const stream = randomStream(5, m);
    return Float64Array.from({ length: n }, stream.normal);
  });

describe.each(diagnostics)("%s", (name, diagnostic) => {
  it("says nothing of draws that are all the same, too few or not finite", () => {
    expect(diagnostic([new Float64Array(100).fill(3), new Float64Array(100).fill(3)])).toBeNull();
    for (const n of [1, 2, 3]) expect(diagnostic(normals(4, n))).toBeNull();
    for (const wrong of [Number.NaN, Infinity, -Infinity]) {
      const chains = normals(2, 100);
      chains[1]![17] = wrong;
      expect(diagnostic(chains)).toBeNull();
    }
  });

  it("refuses no draws, and chains of several lengths", () => {
    expect(() => diagnostic([])).toThrow(RangeError);
    expect(() => diagnostic([new Float64Array(0)])).toThrow(RangeError);
    expect(() => diagnostic([new Float64Array(20), new Float64Array(21)])).toThrow(RangeError);
  });

  it("does not depend on the order of the chains, and errors scale with the unit", () => {
    const chains = normals(3, 101);
    const found = diagnostic(chains)!;
    expectRelative([diagnostic(chains.toReversed())!], [found], 1e-12);
    const factor = name.endsWith("Error") ? 8 : 1;
    expectRelative(
      [diagnostic(chains.map((chain) => chain.map((x) => 8 * x + 16)))!],
      [factor * found],
      1e-10,
    );
  });
});

describe("what the numbers mean", () => {
  it("bulk effective draws are the same under every rising transform", () => {
    const chains = normals(4, 200);
    expectRelative(
      [bulkEffectiveDraws(chains.map((chain) => chain.map(Math.exp)))!],
      [bulkEffectiveDraws(chains)!],
      1e-12,
    );
  });

  it("independent draws are worth about their number, errors are those of a plain sample", () => {
    const chains = normals(4, 2500);
    expectRelative([bulkEffectiveDraws(chains)!, tailEffectiveDraws(chains)!], [10_000, 10_000], 0.06);
    expectRelative([meanError(chains)!, standardDeviationError(chains)!], [0.01, 0.01 / Math.SQRT2], 0.06);
    // A spacing of 100 order statistics has an error of a tenth: three of these.
    expectRelative([quantileError(chains, 0.5)!], [0.01 * Math.sqrt(Math.PI / 2)], 0.3);
  });

  it("draws that alternate are worth more than their number, and never beyond S log S", () => {
    const chain = Float64Array.from(
      { length: 400 },
      (_, i) => (i % 2 === 0 ? 1 : -1) + 1e-3 * Math.sin(i * i),
    );
    expectRelative([bulkEffectiveDraws([chain])!], [400 * Math.log10(400)], 1e-12);
  });

  it("chains that stand still at different places have no R̂, and few draws", () => {
    const chains = [1, 2].map((value) => new Float64Array(50).fill(value));
    expect(rHat(chains)).toBeNull();
    expect(bulkEffectiveDraws(chains)!).toBeLessThan(3);
  });

  it("R̂ of two values, whose distances from the median are all the same, is that of the values", () => {
    const chains = normals(2, 100).map((chain) => chain.map(Math.sign));
    expect(rHat(chains)!).toBeLessThan(1.05);
  });

  it("the energy fraction is the squared steps by the squared deviations", () => {
    expect(energyFraction([1, 2, 1, 2])).toBe(3);
    expect(energyFraction([1, 2, 3, 6])).toBe(11 / 14);
    expect(energyFraction([1])).toBeNull();
    expect(energyFraction([4, 4, 4])).toBeNull();
  });

  it("counts divergences and saturated trees", () => {
    expect(divergences({ divergent: Uint8Array.of(0, 1, 1) })).toBe(2);
    expect(treeDepthSaturation({ treeDepth: Uint8Array.of(9, 10, 10), maxTreeDepth: 10 })).toBe(2);
  });
});

describe("diagnoseChains", () => {
  const chains = sampleChains(
    normalTarget(
      [0, 0],
      [
        [1, 0],
        [0, 4],
      ],
    ),
    9,
    { nWarmup: 300, nDraws: 400 },
  );

  it("returns flat rows that JSON keeps", () => {
    const found = diagnoseChains(chains);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    expect(found.quantities.map(({ quantity }) => quantity)).toEqual(["x1", "x2"]);
    for (const row of [...found.quantities, ...found.chains]) {
      for (const value of Object.values(row)) expect(typeof value).not.toBe("object");
    }
    expect(found.chains).toHaveLength(4);
    expect(found.warnings).toEqual([]);
  });

  it("takes quantities of one's own and the level of their limits", () => {
    const sum = { name: "sum", value: (x: Float64Array) => x[0]! + x[1]! };
    const [row] = diagnoseChains(chains, [sum], 0.5).quantities;
    // Quartiles of N(0, 1.25).
    expect(Math.abs(row!.upper! - 0.7541)).toBeLessThan(4 * row!.upperError!);
    expect(Math.abs(row!.lower! + 0.7541)).toBeLessThan(4 * row!.lowerError!);
    expect(() => diagnoseChains(chains, [sum], 95)).toThrow(RangeError);
  });

  const codes = (given: readonly Chain[], value = (x: Float64Array) => x[0]!): string[] =>
    diagnoseChains(given, [{ name: "a", value }]).warnings.map(({ code }) => code);

  it("warns in words about one chain, short ones, and quantities that do not vary or are not finite", () => {
    expect(codes(chains.slice(0, 1))).toEqual(["one-chain"]);
    expect(codes(chains, () => 3)).toEqual(["mixing-unknown"]);
    expect(codes(chains, () => Number.NaN)).toEqual(["mixing-unknown"]);
    const short = sampleChains(normalTarget([0], [[1]]), 9, { nWarmup: 100, nDraws: 30 });
    expect(codes(short)).toContain("few-effective-draws");
    const shortest = sampleChains(normalTarget([0], [[1]]), 9, { nWarmup: 100, nDraws: 3 });
    expect(codes(shortest)).toContain("mixing-unknown");
  });

  it("gives null and no NaN where a quantity is not finite", () => {
    const [row] = diagnoseChains(chains, [{ name: "a", value: () => Infinity }]).quantities;
    expect(row).toMatchObject({ mean: null, median: null, lower: null, rHat: null, meanError: null });
  });

  it("names five quantities at most, and how many more there are", () => {
    const many = Array.from({ length: 7 }, (_, i) => ({ name: `q${i}`, value: () => 3 }));
    expect(diagnoseChains(chains, many).warnings[0]!.message).toContain("q0, q1, q2, q3, q4 and 2 more");
  });
});
