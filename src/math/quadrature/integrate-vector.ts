import { type IntegrationRange, integrationRange } from "./integration-range.ts";
import { kronrodPanel, type Panel, type VectorFunction } from "./kronrod-panel.ts";

/** How an integral is computed; all may be left out. */
export interface IntegrateOptions {
  /** Wanted error as a share of the integral: 1e-10. */
  relativeTolerance?: number;
  /** Wanted error in units of the integral, where that is the larger: 0. */
  absoluteTolerance?: number;
  /** Points where panels begin, such as a peak or a kink; those outside the range are passed over. */
  splitAt?: readonly number[];
  /** Where the integrand lies on the whole line: 0. */
  center?: number;
  /** Distance over which it changes, for a range with an infinite end: 1. */
  scale?: number;
  /** Most panels: 400. */
  maxPanels?: number;
}

/** Integrals with a bound on the error of each. */
export interface VectorIntegral {
  values: Float64Array;
  errors: Float64Array;
  /** True where the bounds of the controlled integrals are within tolerance, or down to the rounding of ∫|f|. */
  converged: boolean;
}

/** Rounding of one panel's 15 products and of their sum over panels, as a share of ∫|f|. */
const ROUNDING = 32 * Number.EPSILON;

function checkOptions(name: string, from: number, to: number, options: Required<IntegrateOptions>): void {
  if (Number.isNaN(from) || Number.isNaN(to))
    throw new RangeError(`${name} needs ends, got ${from} and ${to}`);
  for (const key of ["relativeTolerance", "absoluteTolerance"] as const) {
    if (!(options[key] >= 0)) throw new RangeError(`${name} needs ${key} of at least 0, got ${options[key]}`);
  }
  if (!(options.scale > 0 && options.scale < Infinity)) {
    throw new RangeError(`${name} needs a positive scale, got ${options.scale}`);
  }
  if (!Number.isFinite(options.center))
    throw new RangeError(`${name} needs a finite center, got ${options.center}`);
  if (!(options.maxPanels >= 1))
    throw new RangeError(`${name} needs maxPanels of at least 1, got ${options.maxPanels}`);
  if (options.splitAt.some(Number.isNaN)) throw new RangeError(`${name} needs numbers in splitAt, got NaN`);
}

/** The function of t whose integral is wanted, refusing values that are not numbers. */
function transformed(f: VectorFunction, size: number, range: IntegrationRange): VectorFunction {
  return (t, out) => {
    const x = range.point(t);
    const slope = range.slope(t);
    f(x, out);
    for (let k = 0; k < size; k++) {
      if (!Number.isFinite(out[k]!))
        throw new RangeError(`An integrand must be finite, got ${out[k]} at ${x}`);
      out[k]! *= slope;
    }
  };
}

/** The ends of the first panels: those of the range, and the splits inside it. */
function firstCuts(range: IntegrationRange, splitAt: readonly number[]): number[] {
  const inside = splitAt.map(range.parameter).filter((t) => t > range.from && t < range.to);
  return [...new Set([range.from, ...inside.sort((a, b) => a - b), range.to])];
}

interface Totals {
  integral: VectorIntegral;
  worst: number;
}

/** Sums the panels, and finds the one whose error is the largest share of what is allowed. */
function total(
  panels: readonly Panel[],
  size: number,
  nControlled: number,
  options: Required<IntegrateOptions>,
): Totals {
  const values = new Float64Array(size);
  const errors = new Float64Array(size);
  const magnitudes = new Float64Array(size);
  for (const panel of panels) {
    for (let k = 0; k < size; k++) {
      values[k]! += panel.values[k]!;
      errors[k]! += panel.errors[k]!;
      magnitudes[k]! += panel.magnitudes[k]!;
    }
  }
  const { relativeTolerance, absoluteTolerance } = options;
  let converged = true;
  let worst = 0;
  let worstShare = 0;
  for (let k = 0; k < nControlled; k++) {
    const wanted = Math.max(
      absoluteTolerance,
      relativeTolerance * Math.abs(values[k]!),
      ROUNDING * magnitudes[k]!,
    );
    if (errors[k]! <= wanted) continue;
    converged = false;
    for (let i = 0; i < panels.length; i++) {
      const share = panels[i]!.errors[k]! / wanted;
      if (share > worstShare) [worst, worstShare] = [i, share];
    }
  }
  return { integral: { values, errors, converged }, worst };
}

/**
 * Integrates several functions over one range, finite or infinite, by globally adaptive Gauss–Kronrod quadrature.
 *
 * The panel with the largest error is halved until the controlled integrals are known to the tolerance; the others,
 * such as derivatives by parameters, are summed over the same panels. What lies between all nodes of the first panels is
 * not seen: name peaks in `splitAt`, or set `center` and `scale`.
 *
 * @param f Fills in `size` values at x, all finite inside the range; never called at a finite end.
 * @param from One end, may be infinite; above `to` the integral changes sign.
 * @param to The other end.
 * @param nControlled How many of the functions, from the first, are held to the tolerance.
 * @returns `converged` false where `maxPanels`, or neighbouring doubles, were reached first.
 * @throws {RangeError} when an argument is out of range or the integrand is not finite.
 * @see Piessens et al. (1983), QUADPACK, routines QAG and QAGI with the 7–15 rule.
 * @example
 * integrateVector((x, out) => { out[0] = Math.exp(-x); out[1] = x * Math.exp(-x); }, 2, 0, Infinity).values[1]; // 1
 */
export function integrateVector(
  f: VectorFunction,
  size: number,
  from: number,
  to: number,
  options: IntegrateOptions = {},
  nControlled = 1,
): VectorIntegral {
  const all: Required<IntegrateOptions> = {
    relativeTolerance: 1e-10,
    absoluteTolerance: 0,
    splitAt: [],
    center: 0,
    scale: 1,
    maxPanels: 400,
    ...options,
  };
  checkOptions("integrateVector", from, to, all);
  if (!(nControlled >= 1 && nControlled <= size)) {
    throw new RangeError(`integrateVector needs nControlled from 1 to size = ${size}, got ${nControlled}`);
  }
  if (from === to) return { values: new Float64Array(size), errors: new Float64Array(size), converged: true };
  if (from > to) {
    const reversed = integrateVector(f, size, to, from, options, nControlled);
    return { ...reversed, values: reversed.values.map((value) => -value) };
  }
  const range = integrationRange(from, to, all.center, all.scale);
  const g = transformed(f, size, range);
  const wholeLine = from === -Infinity && to === Infinity;
  const cuts = firstCuts(range, wholeLine ? [all.center, ...all.splitAt] : all.splitAt);
  const panels = cuts.slice(1).map((end, i) => kronrodPanel(g, size, cuts[i]!, end));
  for (;;) {
    const { integral, worst } = total(panels, size, nControlled, all);
    const { from: a, to: b } = panels[worst]!;
    const middle = 0.5 * (a + b);
    if (integral.converged || panels.length >= all.maxPanels || !(middle > a && middle < b)) return integral;
    panels[worst] = kronrodPanel(g, size, a, middle);
    panels.push(kronrodPanel(g, size, middle, b));
  }
}
