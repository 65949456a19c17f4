import { describe, expect, it } from "vitest";
import { diagnoseChains, metricKinds, sampleChains } from "../../src/inference/hamiltonian/index.ts";
import { randomStream } from "../../src/math/random/random-stream.ts";
import { normalTarget } from "../helpers/density-targets.ts";

describe.each(metricKinds.map((kind) => [kind.name, kind] as const))("metric %s", (_, kind) => {
  const learnt = (nObserved: number) => {
    const metric = kind.create(3);
    const stream = randomStream(3);
    for (let i = 0; i < nObserved; i++) {
      const shared = stream.normal();
      metric.observe(Float64Array.of(shared, 5 + 10 * (shared + stream.normal()), 0.1 * stream.normal()));
    }
    metric.adapt();
    return metric;
  };

  it("starts as the unit metric, and stays it until it has two draws", () => {
    for (const metric of [kind.create(3), learnt(0), learnt(1)]) {
      const velocity = new Float64Array(3);
      metric.velocity(Float64Array.of(1, -2, 3), velocity);
      expect([...velocity]).toEqual([1, -2, 3]);
    }
  });

  it("draws momenta whose mean squared length, by its own inverse, is the dimension", () => {
    const metric = learnt(200);
    const stream = randomStream(4);
    const momentum = new Float64Array(3);
    const velocity = new Float64Array(3);
    let sum = 0;
    for (let i = 0; i < 4000; i++) {
      metric.drawMomentum(stream, momentum);
      metric.velocity(momentum, velocity);
      for (let j = 0; j < 3; j++) sum += momentum[j]! * velocity[j]!;
    }
    // A mean of 4,000 χ²(3): four standard errors.
    expect(Math.abs(sum / 4000 - 3)).toBeLessThan(4 * Math.sqrt(6 / 4000));
  });

  it("learns the variances, drawn towards 0.001, and forgets what it has learnt from", () => {
    const metric = learnt(4000);
    const inverse = metric.inverse();
    const step = inverse.length === 3 ? 1 : 4;
    expect(Math.abs(inverse[0]! - 1)).toBeLessThan(0.1);
    expect(Math.abs(inverse[step]! / 200 - 1)).toBeLessThan(0.1);
    expect(Math.abs(inverse[2 * step]! / 0.01 - 1)).toBeLessThan(0.1);
    for (let i = 0; i < 5; i++) metric.observe(Float64Array.of(i, i, i));
    metric.adapt();
    // Variance 2.5 of 0 to 4, half of the weight of five draws.
    expect(metric.inverse()[0]).toBeCloseTo(1.2505, 12);
  });

  it("survives draws that are all the same", () => {
    const metric = kind.create(2);
    for (let i = 0; i < 10; i++) metric.observe(Float64Array.of(1, 1));
    metric.adapt();
    const velocity = new Float64Array(2);
    metric.velocity(Float64Array.of(1, 1), velocity);
    expect(velocity.every((value) => value > 0)).toBe(true);
  });

  it("finds a normal of scales 0.1 and 10", () => {
    const target = normalTarget(
      [2, -3],
      [
        [100, 0],
        [0, 0.01],
      ],
    );
    const { quantities, warnings } = diagnoseChains(sampleChains(target, 12, { metric: kind }));
    expect(warnings).toEqual([]);
    quantities.forEach(({ mean, meanError }, i) => {
      expect(Math.abs(mean! - [2, -3][i]!)).toBeLessThan(4 * meanError!);
    });
  });
});
