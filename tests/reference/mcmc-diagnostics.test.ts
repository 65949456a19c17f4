import { describe, expect, it } from "vitest";
import {
  bulkEffectiveDraws,
  meanError,
  quantileError,
  rHat,
  standardDeviationError,
  tailEffectiveDraws,
} from "../../src/inference/hamiltonian/index.ts";
import { normalQuantile } from "../../src/math/special/normal-quantile.ts";
import { expectRelative } from "../helpers/closeness.ts";
import { type ReferenceEntry, referenceEntries } from "../helpers/reference.ts";

// Made by mcmc-diagnostics.R, whose head says what the inputs are.
const entries = referenceEntries("mcmc-diagnostics.json", /./);

function uniforms(n: number, m: number): Float64Array {
  let state = 1000 * m + 7;
  return Float64Array.from({ length: n }, () => {
    state = (16807 * state) % 2147483647;
    return state / 2147483647;
  });
}

function recursive(u: Float64Array, phi: number): Float64Array {
  let x = 0;
  return u.map((value) => {
    x = phi * x + normalQuantile(value);
    return x;
  });
}

const kinds: Record<string, (u: Float64Array, m: number) => Float64Array> = {
  independent: (u) => u.map(normalQuantile),
  autoregressive: (u) => recursive(u, 0.9),
  antithetic: (u) => recursive(u, -0.6),
  shifted: (u, m) => u.map((value) => normalQuantile(value) + m / 2),
  scaled: (u, m) => u.map((value) => (1 + m) * normalQuantile(value)),
  cauchy: (u) => u.map((value) => Math.tan(Math.PI * (value - 0.5))),
  rounded: (u) => u.map((value) => Math.floor(2 * normalQuantile(value))),
  drifting: (u) => u.map((value, i) => normalQuantile(value) + (3 * (i + 1)) / u.length),
};

const chainsOf = ({ inputs: { kind, n, chains } }: ReferenceEntry): Float64Array[] =>
  Array.from({ length: chains }, (_, m) => kinds[kind]!(uniforms(n, m + 1), m + 1));

describe("diagnostics of chains agree with posterior", () => {
  it.each(entries)("$id", (entry) => {
    const chains = chainsOf(entry);
    const { inputs, outputs } = entry;
    // Sums of up to 4,000 products: rounding, and normal quantiles that differ in the last bits.
    expectRelative([rHat(chains)!], [outputs.rHat], 1e-12, "R̂");
    // But for one tie that rounding breaks: half a rank, of 26 or of 100 and more.
    expectRelative(
      [rHat(chains)!],
      [outputs.rHatPosterior],
      inputs.n < 100 ? 5e-3 : 2e-4,
      "posterior's own R̂",
    );
    expectRelative(
      [bulkEffectiveDraws(chains)!, tailEffectiveDraws(chains)!],
      [outputs.bulk, outputs.tail],
      1e-10,
      "effective draws",
    );
    expectRelative(
      [meanError(chains)!, standardDeviationError(chains)!],
      [outputs.meanError, outputs.standardDeviationError],
      1e-10,
      "errors of mean and sd",
    );
    expectRelative(
      inputs.probabilities.map((p: number) => quantileError(chains, p)),
      outputs.quantileErrors,
      1e-12,
      "errors of quantiles",
    );
  });

  it("has chains that mixed and chains that did not", () => {
    const ratios = entries.map(({ outputs }) => outputs.rHat);
    expect(Math.min(...ratios)).toBeLessThan(1.01);
    expect(Math.max(...ratios)).toBeGreaterThan(1.3);
  });
});
