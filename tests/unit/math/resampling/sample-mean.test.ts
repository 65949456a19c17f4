import { expect, it } from "vitest";
import { mean } from "../../../../src/math/descriptive/mean.ts";
import { sampleMean } from "../../../../src/math/resampling/sample-mean.ts";
import { expectRelative } from "../../../helpers/closeness.ts";

it("sampleMean is the mean, to the roundings of a plain sum", () => {
  const values = Float64Array.from({ length: 20 }, (_, i) => 5 + Math.sin(i * i));
  expectRelative([sampleMean(values)], [mean(values)], 20 * 2 ** -53);
  expect(sampleMean(Float64Array.of(7))).toBe(7);
});
