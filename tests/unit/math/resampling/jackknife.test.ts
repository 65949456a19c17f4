import { describe, expect, it } from "vitest";
import { acceleration, jackknife } from "../../../../src/math/resampling/jackknife.ts";
import { sampleMean } from "../../../../src/math/resampling/sample-mean.ts";
import { expectAbsolute, expectRelative } from "../../../helpers/closeness.ts";

const values = Float64Array.of(12.3, 20.1, 31.7, 33.4, 40.9, 58.2, 77.7, 141.5);

describe("jackknife", () => {
  it("leaves out each value in turn, in their order", () => {
    const seen: string[] = [];
    jackknife(Float64Array.of(1, 2, 6), (rest) => {
      seen.push(rest.join());
      return 0;
    });
    expect(seen).toEqual(["2,6", "1,6", "1,2"]);
  });

  it("gives the mean's pseudo-values back as the values", () => {
    const left = jackknife(values, sampleMean);
    const n = values.length;
    expectRelative(
      left.map((mean) => n * sampleMean(values) - (n - 1) * mean),
      values,
      1e-13,
    );
  });

  it("survives a statistic that sorts the array it is given", () => {
    const middle = (rest: Float64Array): number => rest.sort()[1]!;
    expect(Array.from(jackknife(Float64Array.of(9, 1, 5, 3), middle))).toEqual([3, 5, 3, 5]);
  });

  it.each([0, 1])("refuses %i values", (n) => {
    const message = `jackknife needs at least 2 values, got ${n}`;
    expect(() => jackknife(new Float64Array(n), sampleMean)).toThrow(new RangeError(message));
    expect(() => acceleration(new Float64Array(n), sampleMean)).toThrow(new RangeError(message));
  });
});

describe("acceleration", () => {
  it("of the mean is a sixth of the skewness over √n", () => {
    const center = sampleMean(values);
    const moment = (k: number): number => sampleMean(values.map((x) => (x - center) ** k));
    const skewness = moment(3) / moment(2) ** 1.5;
    expectRelative([acceleration(values, sampleMean)!], [skewness / (6 * Math.sqrt(values.length))], 1e-13);
  });

  it("changes its sign with the values, and not at all with their scale", () => {
    const a = acceleration(values, sampleMean)!;
    expectRelative(
      [
        acceleration(
          values.map((x) => -x),
          sampleMean,
        )!,
      ],
      [-a],
      1e-14,
    );
    expectRelative(
      [
        acceleration(
          values.map((x) => x * 2 ** 600),
          sampleMean,
        )!,
      ],
      [a],
      1e-14,
    );
    expectRelative(
      [
        acceleration(
          values.map((x) => x * 2 ** -600),
          sampleMean,
        )!,
      ],
      [a],
      1e-14,
    );
  });

  it("is 0 in a symmetric sample and in one of two", () => {
    expectAbsolute([acceleration(Float64Array.of(1, 2, 4, 5), sampleMean)!], [0], 1e-15);
    expectAbsolute([acceleration(Float64Array.of(3, 8), sampleMean)!], [0], 1e-15);
  });

  it("is null where leaving a value out makes no difference, to rounding", () => {
    expect(acceleration(Float64Array.of(4, 4, 4), sampleMean)).toBe(null);
    expect(acceleration(Float64Array.of(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1), sampleMean)).toBe(null);
    expect(acceleration(values, () => 7)).toBe(null);
  });

  it("is null where the statistic has no value without one", () => {
    expect(acceleration(Float64Array.of(1, 2, 3), (rest) => (rest[0] === 2 ? Number.NaN : 1))).toBe(null);
    expect(acceleration(Float64Array.of(1, 2, 3), (rest) => (rest[0] === 2 ? Infinity : 1))).toBe(null);
    const far = 1.7e308;
    expect(acceleration(Float64Array.of(1, 2, 3), (rest) => (rest[0] === 2 ? far : -far))).toBe(null);
  });
});
