import fc from "fast-check";

/** Effects with their variances. */
export interface RandomPool {
  effects: number[];
  variances: number[];
}

const effect = fc.integer({ min: -500, max: 500 }).map((x) => x / 100);
const variance = fc.integer({ min: -200, max: 100 }).map((x) => 10 ** (x / 100));

/** Two to eight series, from alike to far apart, with variances from .01 to 10. */
export const randomPools: fc.Arbitrary<RandomPool> = fc.integer({ min: 2, max: 8 }).chain((k) =>
  fc.record({
    effects: fc.array(effect, { minLength: k, maxLength: k }),
    variances: fc.array(variance, { minLength: k, maxLength: k }),
  }),
);

/** The same pool on another scale: a + c y, with variances times c². */
export function onScale({ effects, variances }: RandomPool, a: number, c: number): RandomPool {
  return { effects: effects.map((y) => a + c * y), variances: variances.map((v) => c * c * v) };
}

/** The same pool backwards. */
export function backwards({ effects, variances }: RandomPool): RandomPool {
  return { effects: effects.toReversed(), variances: variances.toReversed() };
}
