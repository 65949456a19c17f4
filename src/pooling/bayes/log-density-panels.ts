import { EstimationError } from "../../errors.ts";
import { gaussLegendre } from "../../math/quadrature/gauss-legendre.ts";
import type { DensityRange } from "./log-density-range.ts";

/** A piece of the line with the density's mass at its nodes. */
export interface DensityPanel {
  from: number;
  to: number;
  nodes: Float64Array;
  /** Weight times density over that of the peak. */
  masses: Float64Array;
  mass: number;
}

/** Fills in functions of x whose integrals against the density must be exact; the first is 1. */
export type Probes = (x: number, out: Float64Array) => void;

/** Share of each integral that one panel may miss. */
const TOLERANCE = 1e-12;
const LONGEST = 4;
const MOST_PANELS = 4000;
const rule = gaussLegendre(16);

interface Candidate extends DensityPanel {
  integrals: Float64Array;
}

/** Mass of the density over its peak between two points of one panel, by the 16-point rule. */
export function massBetween(
  logDensity: (x: number) => number,
  logPeak: number,
  from: number,
  to: number,
): number {
  const [center, half] = [0.5 * (from + to), 0.5 * (to - from)];
  let sum = 0;
  for (let j = 0; j < rule.nodes.length; j++)
    sum += rule.weights[j]! * Math.exp(logDensity(center + half * rule.nodes[j]!) - logPeak);
  return half * sum;
}

function candidate(
  logDensity: (x: number) => number,
  logPeak: number,
  probes: Probes,
  size: number,
  [from, to]: readonly [number, number],
): Candidate {
  const [center, half] = [0.5 * (from + to), 0.5 * (to - from)];
  const nodes = rule.nodes.map((node) => center + half * node);
  const integrals = new Float64Array(size);
  const values = new Float64Array(size);
  const masses = nodes.map((x, j) => half * rule.weights[j]! * Math.exp(logDensity(x) - logPeak));
  for (let j = 0; j < nodes.length; j++) {
    if (masses[j] === 0) continue;
    probes(nodes[j]!, values);
    for (let i = 0; i < size; i++) integrals[i]! += masses[j]! * values[i]!;
  }
  return { from, to, nodes, masses, mass: integrals[0]!, integrals };
}

/** Ends of the first panels on one side of the peak: close together near it, far apart where the density only falls. */
function cutsTowards(end: number, core: number, { peak, width }: DensityRange): number[] {
  const cuts: number[] = [];
  const sign = Math.sign(end - peak);
  for (let x = peak, step = width; sign * (end - x) > 0; ) {
    x = sign * (x + sign * step - end) > 0 ? end : x + sign * step;
    cuts.push(x);
    step = sign * (core - x) > 0 ? Math.min(2 * step, LONGEST) : 2 * step;
  }
  return cuts;
}

function firstCuts(range: DensityRange): number[] {
  const { peak, from, to, core } = range;
  return [...cutsTowards(from, core[0], range).reverse(), peak, ...cutsTowards(to, core[1], range)];
}

/**
 * Cuts the line into panels on which the 16-point Gauss–Legendre rule is exact: a panel is halved until its halves agree with
 * it on every probe.
 *
 * @param size How many probes there are; all are at least 0.
 * @returns The panels from left to right.
 * @throws {EstimationError} `not-converged` where 4000 panels are not enough.
 * @see Abramowitz & Stegun (1972), equation 25.4.29.
 */
export function densityPanels(
  logDensity: (x: number) => number,
  range: DensityRange,
  probes: Probes,
  size: number,
): DensityPanel[] {
  const { logPeak } = range;
  const make = (from: number, to: number): Candidate =>
    candidate(logDensity, logPeak, probes, size, [from, to]);
  const cuts = firstCuts(range);
  const waiting = cuts.slice(1).map((to, i) => make(cuts[i]!, to));
  const share = Math.max(TOLERANCE, 64 * Number.EPSILON * Math.abs(logPeak));
  const allowed = new Float64Array(size);
  for (const { integrals } of waiting) {
    for (let i = 0; i < size; i++) allowed[i]! += share * integrals[i]!;
  }
  const panels: DensityPanel[] = [];
  waiting.reverse();
  for (let made = waiting.length; waiting.length > 0; made += 2) {
    if (made > MOST_PANELS)
      throw new EstimationError("not-converged", "Cannot pool: the posterior of τ is too rough to integrate");
    const panel = waiting.pop()!;
    const middle = 0.5 * (panel.from + panel.to);
    const [left, right] = [make(panel.from, middle), make(middle, panel.to)];
    const agrees = panel.integrals.every(
      (value, i) => Math.abs(value - left.integrals[i]! - right.integrals[i]!) <= allowed[i]!,
    );
    if (agrees) panels.push(panel);
    else waiting.push(right, left);
  }
  return panels;
}
