// Gauss–Kronrod 7–15 nodes and weights: Piessens et al. (1983), QUADPACK, routine QK15.
const NODES = [
  0.9914553711208126, 0.9491079123427585, 0.8648644233597691, 0.7415311855993945, 0.5860872354676911,
  0.4058451513773972, 0.20778495500789848,
];
const KRONROD = [
  0.022935322010529224, 0.06309209262997856, 0.10479001032225019, 0.14065325971552592, 0.1690047266392679,
  0.19035057806478542, 0.20443294007529889,
];
const KRONROD_CENTER = 0.20948214108472782;
const GAUSS = [0.1294849661688697, 0.27970539148927664, 0.3818300505051189];
const GAUSS_CENTER = 0.4179591836734694;

/** A function that fills in several values at x. */
export type VectorFunction = (x: number, out: Float64Array) => void;

/** The integrals of several functions over one short interval. */
export interface Panel {
  from: number;
  to: number;
  values: Float64Array;
  /** |15-point value − 7-point value|: far above the error of the first where the functions are smooth. */
  errors: Float64Array;
  /** ∫ |f|, against which rounding is measured. */
  magnitudes: Float64Array;
}

/**
 * Integrates over one panel by the 15-point Kronrod rule, with the 7-point Gauss rule inside it as the check.
 *
 * @param f Fills in `size` values; never called at the ends.
 * @see Piessens et al. (1983), QUADPACK, routine QK15; its error before the 1.5th power is taken.
 */
export function kronrodPanel(f: VectorFunction, size: number, from: number, to: number): Panel {
  const center = 0.5 * (from + to);
  const half = 0.5 * (to - from);
  const out = new Float64Array(size);
  const values = new Float64Array(size);
  const errors = new Float64Array(size);
  const magnitudes = new Float64Array(size);
  const add = (x: number, kronrodWeight: number, gaussWeight: number): void => {
    f(x, out);
    for (let k = 0; k < size; k++) {
      values[k]! += kronrodWeight * half * out[k]!;
      errors[k]! += (kronrodWeight - gaussWeight) * half * out[k]!;
      magnitudes[k]! += kronrodWeight * half * Math.abs(out[k]!);
    }
  };
  add(center, KRONROD_CENTER, GAUSS_CENTER);
  for (let i = 0; i < 7; i++) {
    const gaussWeight = i % 2 === 1 ? GAUSS[(i - 1) / 2]! : 0;
    add(center - half * NODES[i]!, KRONROD[i]!, gaussWeight);
    add(center + half * NODES[i]!, KRONROD[i]!, gaussWeight);
  }
  for (let k = 0; k < size; k++) errors[k] = Math.abs(errors[k]!);
  return { from, to, values, errors, magnitudes };
}
