import { describe, expect, it } from "vitest";
import { leapfrog } from "../../../../src/inference/hamiltonian/leapfrog.ts";
import { diagonalMetric } from "../../../../src/inference/hamiltonian/metrics/diagonal-metric.ts";
import {
  energyOf,
  evaluate,
  type PhasePoint,
  phasePoint,
} from "../../../../src/inference/hamiltonian/phase-point.ts";
import { stepSizeAdaptation } from "../../../../src/inference/hamiltonian/step-size-adaptation.ts";
import { warmupWindows } from "../../../../src/inference/hamiltonian/warmup-windows.ts";
import { randomStream } from "../../../../src/math/random/random-stream.ts";
import { expectAbsolute } from "../../../helpers/closeness.ts";
import { drawScores, drawTruth, groupedTarget } from "../../../helpers/grouped-normals.ts";

const stream = randomStream(11);
const target = groupedTarget(drawScores(stream, drawTruth(stream, 4), 3));
const metric = diagonalMetric.create(target.dimension);

function start(): PhasePoint {
  const point = phasePoint(target.dimension);
  for (let i = 0; i < target.dimension; i++) {
    point.position[i] = 0.3 * Math.sin(i + 1);
    point.momentum[i] = Math.cos(3 * i);
  }
  metric.velocity(point.momentum, point.velocity);
  evaluate(target, point);
  return point;
}

function energyError(nSteps: number): number {
  const point = start();
  const before = energyOf(point);
  for (let i = 0; i < nSteps; i++) leapfrog(target, metric, point, 0.4 / nSteps);
  return Math.abs(energyOf(point) - before);
}

describe("leapfrog steps", () => {
  it("come back to where they began when time is reversed", () => {
    const point = start();
    for (const step of [0.05, -0.05]) for (let i = 0; i < 40; i++) leapfrog(target, metric, point, step);
    expectAbsolute(point.position, start().position, 1e-12);
    expectAbsolute(point.momentum, start().momentum, 1e-12);
  });

  it("lose energy with the square of the step", () => {
    const ratio = energyError(40) / energyError(80);
    expect(ratio).toBeGreaterThan(3.9);
    expect(ratio).toBeLessThan(4.1);
  });
});

describe("the target of these tests", () => {
  it("has the gradient of its values", () => {
    const point = start();
    for (let i = 0; i < target.dimension; i++) {
      const at = (shift: number): number => {
        const moved = point.position.slice();
        moved[i]! += shift;
        return target.logDensityAndGradient(moved, new Float64Array(target.dimension));
      };
      expectAbsolute([(at(1e-5) - at(-1e-5)) / 2e-5], [point.gradient[i]!], 1e-8);
    }
  });
});

describe("the windows of the warm-up", () => {
  it("are those of Stan", () => {
    expect(warmupWindows(1000)).toEqual({ start: 75, ends: [99, 149, 249, 449, 949] });
    expect(warmupWindows(150)).toEqual({ start: 75, ends: [99] });
    expect(warmupWindows(100)).toEqual({ start: 15, ends: [89] });
    expect(warmupWindows(20)).toEqual({ start: 3, ends: [17] });
    expect(warmupWindows(19)).toEqual({ start: 19, ends: [] });
    expect(warmupWindows(0)).toEqual({ start: 0, ends: [] });
  });

  it("rise, and leave the last stretch to the step size, for every length", () => {
    for (let n = 20; n < 3000; n++) {
      const { start, ends } = warmupWindows(n);
      expect(start).toBeLessThan(ends[0]!);
      ends.slice(1).forEach((end, i) => {
        expect(end).toBeGreaterThan(ends[i]!);
      });
      expect(ends.at(-1)).toBe(n - (n < 150 ? Math.floor(0.1 * n) : 50) - 1);
    }
  });
});

describe("the step size", () => {
  it("settles where the acceptance is the one asked for", () => {
    const adaptation = stepSizeAdaptation(0.8);
    adaptation.restart(1);
    let step = 1;
    for (let i = 0; i < 2000; i++) step = adaptation.learn(Math.exp(-3 * step));
    expectAbsolute([Math.exp(-3 * adaptation.average())], [0.8], 0.01);
  });
});
