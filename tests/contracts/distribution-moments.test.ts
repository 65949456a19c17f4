import { expect, it } from "vitest";
import { gaussLegendre } from "../../src/math/quadrature/gauss-legendre.ts";
import { expectRelative } from "../helpers/closeness.ts";
import { describeLaws } from "../helpers/distribution-laws.ts";

const { nodes, weights } = gaussLegendre(24);

/** Probabilities p = ½e^(−t) and their weights dp, on panels of t from 0 to 690 that double: from ½ down to 1e-300. */
const tail: { p: number; weight: number }[] = [];
for (let from = 0, to = 0.5; from < 690; [from, to] = [to, Math.min(690, 2 * to)]) {
  const half = 0.5 * (to - from);
  nodes.forEach((node, i) => {
    const p = 0.5 * Math.exp(-(from + half * (1 + node)));
    tail.push({ p, weight: half * weights[i]! * p });
  });
}

describeLaws((law, parameters) => {
  const [mean, variance] = [law.mean(...parameters), law.variance(...parameters)];

  // Quantiles of the studentized range take 30 ms: its moments are in its unit test.
  const slow = law.name === "studentizedRange";
  const exists = mean !== null && mean < Infinity;
  if (exists && !slow)
    it("has the moments of its quantiles", () => {
      const sample = tail.flatMap(({ p, weight }) => [
        { x: law.quantile(p, ...parameters), weight },
        { x: law.survivalQuantile(p, ...parameters), weight },
      ]);
      const expectation = (f: (x: number) => number): number =>
        sample.reduce((sum, { x, weight }) => sum + weight * f(x), 0);
      // Relative to E|X|: the halves of a symmetric law cancel.
      expect(Math.abs(expectation((x) => x) - mean)).toBeLessThan(1e-11 * expectation(Math.abs));
      if (variance === null || variance === Infinity) return;
      expectRelative([expectation((x) => (x - mean) ** 2)], [variance], 1e-10);
    });

  it("has no mean, or an infinite one, only where a tail is that heavy", () => {
    // The index of a tail: by how much ln tail falls from x to 10 x, in units of ln 10.
    const index = (log: (x: number, ...rest: number[]) => number, x: number): number =>
      (log(x, ...parameters) - log(10 * x, ...parameters)) / Math.LN10;
    const [minimum, maximum] = law.support(...parameters);
    const upper = maximum === Infinity ? index(law.logSurvival, 1e8) : Infinity;
    const lower = minimum === -Infinity ? index(law.logCdf, -1e8) : Infinity;
    const finite = (moment: number | null): boolean => moment !== null && moment < Infinity;
    expect([finite(mean), finite(variance)]).toEqual([
      Math.min(upper, lower) > 1.001,
      Math.min(upper, lower) > 2.001,
    ]);
  });
}, "continuous");

describeLaws((law, parameters) => {
  it("has the moments of its probabilities", () => {
    const [first, last] = [law.quantile(1e-30, ...parameters), law.survivalQuantile(1e-30, ...parameters)];
    const [mean, variance] = [law.mean(...parameters)!, law.variance(...parameters)!];
    let [total, drift, spread] = [0, 0, 0];
    for (let k = first; k <= last; k++) {
      const probability = law.density(k, ...parameters);
      total += probability;
      drift += probability * (k - mean);
      spread += probability * (k - mean) ** 2;
    }
    // Each probability has some 1e-14; the sums of thousands of them average out.
    const deviation = Math.sqrt(variance);
    expect(Math.abs(total - 1)).toBeLessThan(4e-14);
    expect(Math.abs(drift)).toBeLessThanOrEqual(4e-14 * (deviation + mean));
    expect(Math.abs(spread - variance)).toBeLessThanOrEqual(1e-13 * variance);
  });
}, "discrete");
