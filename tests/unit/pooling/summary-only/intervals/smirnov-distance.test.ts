import { expect, it } from "vitest";
import { smirnovDistance } from "../../../../../src/pooling/summary-only/intervals/smirnov-distance.ts";

it("is 1 − tail for one patient", () => {
  for (const tail of [0.005, 0.025, 0.3]) expect(smirnovDistance(1, tail)).toBeCloseTo(1 - tail, 12);
});

it("is the value of Miller's table of 1956 at a one-sided 2.5 %", () => {
  const table: [number, number][] = [
    [1, 0.975],
    [2, 0.84189],
    [3, 0.7076],
    [5, 0.56328],
    [10, 0.40925],
    [20, 0.29408],
    [40, 0.21012],
  ];
  for (const [n, distance] of table) expect(smirnovDistance(n, 0.025)).toBeCloseTo(distance, 4);
});

it("nears √(ln(1/tail)/2n) from below with many patients", () => {
  const limit = Math.sqrt(Math.log(1 / 0.025) / (2 * 1000));
  const found = smirnovDistance(1000, 0.025);
  expect(found).toBeLessThan(limit);
  expect(found / limit).toBeGreaterThan(0.99);
});
