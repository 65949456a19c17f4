import { describe, expect, it } from "vitest";
import { sobolFractions } from "../../src/math/random/sobol.ts";
import { referenceEntries } from "../helpers/reference.ts";

// Made by sobol.py.
describe("the unscrambled Sobol sequence is SciPy's, bit for bit", () => {
  it.each(referenceEntries("sobol.json", /^sobol_64_/))("$id", ({ inputs, outputs }) => {
    const found = sobolFractions(inputs.nPoints, inputs.dimension, inputs.from);
    expect(Array.from(found)).toEqual(outputs.fractions.flat());
  });
});
