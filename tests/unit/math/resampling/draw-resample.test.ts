import { describe, expect, it } from "vitest";
import {
  drawResample,
  LARGEST_SAMPLE,
  resampleGenerator,
} from "../../../../src/math/resampling/draw-resample.ts";

const seed = 20_040_601;
const places = (n: number): Float64Array => Float64Array.from({ length: n }, (_, i) => i);

describe("drawResample", () => {
  it("takes its bits from xoshiro128++", () => {
    // The first outputs of the authors' xoshiro128plusplus.c from state 1, 2, 3, 4, as in the tests of Rust's rand_xoshiro.
    const outputs = [
      641, 1573767, 3222811527, 3517856514, 836907274, 4247214768, 3867114732, 1355841295, 495546011,
      621204420,
    ];
    const resample = new Float64Array(LARGEST_SAMPLE);
    drawResample(Int32Array.of(1, 2, 3, 4), places(LARGEST_SAMPLE), resample);
    const words = outputs.map((_, i) => resample[2 * i]! * 65_536 + resample[2 * i + 1]!);
    expect(words).toEqual(outputs);
  });

  it("leaves the generator behind the words it used", () => {
    const generator = resampleGenerator(seed);
    const copy = generator.slice();
    const [first, second, both] = [new Float64Array(8), new Float64Array(8), new Float64Array(16)];
    drawResample(generator, places(8), first);
    drawResample(generator, places(8), second);
    // With 8 and 16 values no draw is refused, so that the same words are used.
    drawResample(copy, places(16), both);
    expect(Array.from(both, (place) => Math.floor(place / 2))).toEqual([...first, ...second]);
    expect(generator).toEqual(copy);
  });

  it("draws again where some places would be favoured", () => {
    // Otherwise 25,536 of the 40,000 places would come twice as often as the others.
    const n = 40_000;
    const counts = new Float64Array(n);
    const generator = resampleGenerator(seed);
    const resample = new Float64Array(n);
    for (let r = 0; r < 25; r++) {
      drawResample(generator, places(n), resample);
      for (const place of resample) counts[place]!++;
    }
    const chiSquared = counts.reduce((sum, count) => sum + (count - 25) ** 2 / 25, 0);
    // Mean n − 1, standard deviation √(2n) = 283.
    expect(Math.abs(chiSquared - (n - 1))).toBeLessThan(4 * 283);
  });

  it.each([2, 3, 5, 7, 20])("draws all places of %i equally often, and all pairs of neighbours", (n) => {
    const generator = resampleGenerator(seed);
    const resample = new Float64Array(n);
    const pairs = new Float64Array(n * n);
    const nResamples = 40_000;
    for (let r = 0; r < nResamples; r++) {
      drawResample(generator, places(n), resample);
      pairs[resample[n - 2]! * n + resample[n - 1]!]!++;
    }
    const expected = nResamples / (n * n);
    const chiSquared = pairs.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(Math.abs(chiSquared - (n * n - 1))).toBeLessThan(4 * Math.sqrt(2 * (n * n - 1)));
  });

  it("gives the only value of a sample of one", () => {
    const resample = new Float64Array(1);
    drawResample(resampleGenerator(1), Float64Array.of(7), resample);
    expect(resample[0]).toBe(7);
  });
});

describe("resampleGenerator", () => {
  it("opens one stream a seed", () => {
    expect(resampleGenerator(1)).toEqual(resampleGenerator(1));
    expect(resampleGenerator(1)).not.toEqual(resampleGenerator(2));
    expect(resampleGenerator(-1)).not.toEqual(resampleGenerator(1));
  });

  it.each([0.5, Number.NaN, 2 ** 53])("refuses %s", (wrong) => {
    expect(() => resampleGenerator(wrong)).toThrow(
      new RangeError(`A seed must be a whole number, got ${wrong}`),
    );
  });
});
