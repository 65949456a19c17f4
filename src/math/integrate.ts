// Gauss–Kronrod 7–15 nodes and weights: Piessens et al. (1983), QUADPACK, routine QK15.
const NODES = [
  0.991455371120812639206854697526329, 0.949107912342758524526189684047851,
  0.864864423359769072789712788640926, 0.741531185599394439863864773280788,
  0.58608723546769113029414469398871, 0.405845151377397166906606412076961,
  0.207784955007898467600689403773245,
];
const KRONROD = [
  0.02293532201052922496373200805897, 0.063092092629978553290700663189204,
  0.104790010322250183839876322541518, 0.140653259715525918745189590510238,
  0.16900472663926790658342659855028, 0.190350578064785409913256402421014,
  0.204432940075298892414161999234649,
];
const KRONROD_CENTER = 0.209482141084727828012999174891714;
const GAUSS = [
  0.129484966168869693270611432679082, 0.27970539148927666790146777142378,
  0.381830050505118944950369775488975,
];
const GAUSS_CENTER = 0.417959183673469387755102040816327;

/** A function that fills in several values at x. */
export type VectorFunction = (x: number, out: Float64Array) => void;

interface Panel {
  from: number;
  to: number;
  values: Float64Array;
  error: number;
}

function panel(f: VectorFunction, size: number, from: number, to: number): Panel {
  const center = 0.5 * (from + to);
  const half = 0.5 * (to - from);
  const out = new Float64Array(size);
  const values = new Float64Array(size);
  let gauss = 0;
  const add = (x: number, kronrodWeight: number, gaussWeight: number): void => {
    f(x, out);
    for (let k = 0; k < size; k++) values[k]! += kronrodWeight * half * out[k]!;
    gauss += gaussWeight * half * out[0]!;
  };
  add(center, KRONROD_CENTER, GAUSS_CENTER);
  for (let i = 0; i < 7; i++) {
    const gaussWeight = i % 2 === 1 ? GAUSS[(i - 1) / 2]! : 0;
    add(center - half * NODES[i]!, KRONROD[i]!, gaussWeight);
    add(center + half * NODES[i]!, KRONROD[i]!, gaussWeight);
  }
  return { from, to, values, error: Math.abs(values[0]! - gauss) };
}

/** Integrals, with the bound that the rule gives on the error of the first. */
export interface VectorIntegral {
  values: Float64Array;
  error: number;
  converged: boolean;
}

/**
 * Integrates several functions over one finite interval by globally adaptive Gauss–Kronrod quadrature.
 *
 * The interval is split until the first function is known to the tolerance; the others, such as its derivatives by
 * parameters, are summed over the same panels.
 *
 * @param f Fills in `size` values at x, all finite inside the interval.
 * @param relativeTolerance Wanted error as a share of the first integral.
 * @see Piessens et al. (1983), QUADPACK, routine QAG with the 7–15 rule.
 */
export function integrateVector(
  f: VectorFunction,
  size: number,
  from: number,
  to: number,
  relativeTolerance = 1e-10,
): VectorIntegral {
  const panels = [panel(f, size, from, to)];
  for (;;) {
    const values = new Float64Array(size);
    let error = 0;
    let worst = 0;
    for (let i = 0; i < panels.length; i++) {
      for (let k = 0; k < size; k++) values[k]! += panels[i]!.values[k]!;
      error += panels[i]!.error;
      if (panels[i]!.error > panels[worst]!.error) worst = i;
    }
    const converged = error <= relativeTolerance * Math.abs(values[0]!) || error < 1e-300;
    if (converged || panels.length >= 400) return { values, error, converged };
    const { from: a, to: b } = panels[worst]!;
    const middle = 0.5 * (a + b);
    panels[worst] = panel(f, size, a, middle);
    panels.push(panel(f, size, middle, b));
  }
}
