import { type BoundOptions, type Bounds, boundsOf, project, startWithin } from "./bounds.ts";
import { type FoundMinimum, type MinimumEnd, type SearchOptions, searchOptions } from "./found-minimum.ts";

/** Limits, patience, and how far to look around at first. */
export interface NelderMeadOptions extends BoundOptions, SearchOptions {
  /** First step in each variable; a tenth of the variable, or 0.1 at zero. */
  steps?: ArrayLike<number>;
}

interface Vertex {
  x: Float64Array;
  value: number;
}

/** How far a simplex is stretched and shrunk, by the number of variables. */
interface Factors {
  reflect: number;
  expand: number;
  contract: number;
  shrink: number;
}

/** Gao & Han's factors, which keep the simplex from shrinking too fast in many variables; Nelder & Mead's own for one. */
function factorsFor(n: number): Factors {
  const m = Math.max(n, 2);
  return { reflect: 1, expand: 1 + 2 / m, contract: 0.75 - 1 / (2 * m), shrink: 1 - 1 / m };
}

/** The start and one step from it in each variable, to the side where the limits leave room. */
function simplexAround(
  start: Float64Array,
  steps: Float64Array,
  { upper }: Bounds,
  vertex: (x: Float64Array) => Vertex,
): Vertex[] {
  const simplex = [vertex(start)];
  for (let i = 0; i < start.length; i++) {
    const x = start.slice();
    x[i]! += start[i]! + steps[i]! > upper[i]! ? -steps[i]! : steps[i]!;
    simplex.push(vertex(x));
  }
  return simplex.sort((a, b) => a.value - b.value);
}

/** True where the simplex is as small as its values can tell apart. */
function isSmall(simplex: Vertex[], unit: number): boolean {
  const best = simplex[0]!;
  const worst = simplex.at(-1)!;
  const scale = unit + Math.abs(best.value);
  return (
    worst.value - best.value <= 1e-15 * scale &&
    simplex.every(({ x }) => x.every((v, i) => Math.abs(v - best.x[i]!) <= 1e-7 * (Math.abs(v) + 1e-3)))
  );
}

/** Replaces the worst vertex, or draws all towards the best; leaves the simplex in order. */
function improve(simplex: Vertex[], factors: Factors, vertex: (x: Float64Array) => Vertex): void {
  const n = simplex.length - 1;
  const [best, second, worst] = [simplex[0]!, simplex[n - 1]!, simplex[n]!];
  const center = best.x.map((_, i) => simplex.slice(0, n).reduce((sum, { x }) => sum + x[i]!, 0) / n);
  const along = (factor: number): Vertex => vertex(center.map((c, i) => c + factor * (c - worst.x[i]!)));
  const { reflect, expand, contract, shrink } = factors;
  const reflected = along(reflect);
  let replacement: Vertex | null = reflected;
  if (reflected.value < best.value) {
    const expanded = along(reflect * expand);
    if (expanded.value < reflected.value) replacement = expanded;
  } else if (reflected.value >= second.value) {
    const contracted = along(reflected.value < worst.value ? reflect * contract : -contract);
    replacement = contracted.value < Math.min(reflected.value, worst.value) ? contracted : null;
  }
  if (replacement) simplex[n] = replacement;
  else
    for (let k = 1; k <= n; k++)
      simplex[k] = vertex(best.x.map((b, i) => b + shrink * (simplex[k]!.x[i]! - b)));
  simplex.sort((a, b) => a.value - b.value);
}

function stepsFor(x: Float64Array, steps: ArrayLike<number> | undefined): Float64Array {
  if (!steps) return x.map((v) => 0.1 * Math.abs(v) || 0.1);
  if (steps.length !== x.length) throw new RangeError(`steps needs ${x.length} entries, got ${steps.length}`);
  const copy = Float64Array.from(steps);
  const wrong = copy.findIndex((step) => !(step > 0 && step < Infinity));
  if (wrong >= 0) throw new RangeError(`steps must be positive and finite, got ${copy[wrong]} at ${wrong}`);
  return copy;
}

/**
 * Minimises a function from its values alone, by the simplex method with factors that suit the number of variables.
 *
 * Begins again around the best point until that gains nothing more, since a simplex may collapse before it arrives.
 *
 * @param f Function of a few variables; Infinity or NaN outside its domain.
 * @param start Where to begin; moved inside the limits.
 * @throws {RangeError} when an argument is wrong.
 * @see Gao & Han (2012), Implementing the Nelder–Mead simplex algorithm with adaptive parameters, Comput Optim Appl
 * 51:259–277, equation 4.1. doi:10.1007/s10589-010-9329-3
 * @example
 * minimizeNelderMead(([x]) => (x! - 3) ** 2, [0]).x[0]; // 3, to 1e-7
 */
export function minimizeNelderMead(
  f: (x: Float64Array) => number,
  start: ArrayLike<number>,
  options: NelderMeadOptions = {},
): FoundMinimum {
  const bounds = boundsOf(options, start.length);
  const first = startWithin(start, bounds);
  const { unit, maxIterations } = searchOptions(options, 2000 * first.length);
  const factors = factorsFor(first.length);
  let evaluations = 0;
  const vertex = (x: Float64Array): Vertex => {
    project(x, bounds);
    evaluations++;
    const value = f(x);
    return { x, value: Number.isNaN(value) ? Infinity : value };
  };
  let steps = stepsFor(first, options.steps);
  let best = vertex(first);
  const end = (ended: MinimumEnd, iterations: number): FoundMinimum => ({
    x: best.x,
    value: best.value,
    iterations,
    evaluations,
    ended,
    converged: ended === "simplex-small",
  });
  if (best.value === Infinity) return end("no-finite-start", 0);
  let iteration = 0;
  for (;;) {
    const before = best.value;
    const simplex = simplexAround(best.x, steps, bounds, vertex);
    while (iteration < maxIterations && simplex[0]!.value > -Infinity && !isSmall(simplex, unit)) {
      improve(simplex, factors, vertex);
      iteration++;
    }
    best = simplex[0]!;
    if (best.value === -Infinity) return end("unbounded", iteration);
    if (iteration >= maxIterations) return end("too-many-iterations", iteration);
    if (before - best.value <= 1e-12 * (unit + Math.abs(best.value))) return end("simplex-small", iteration);
    steps = steps.map((step, i) => Math.max(0.1 * step, 1e-4 * Math.abs(best.x[i]!)));
  }
}
