import { describe, expect, it } from "vitest";
import {
  assessFunnel,
  cumulatePool,
  leaveOneOut,
  poolEstimates,
  poolInfluence,
  trimAndFill,
} from "../../../../src/pooling/index.ts";
import {
  bubbleChart,
  funnelChart,
  poolInfluenceChart,
  poolSequenceChart,
  toSvg,
} from "../../../../src/render/charts/index.ts";
import type { PoolView } from "../../../../src/render/index.ts";
import { bcgEffects } from "../../../helpers/diagnosed-pools.ts";
import { allText, countMarks, textsOf } from "../../../helpers/svg-marks.ts";

const options = { measure: "RR", backTransform: "exp", unit: "log" };
const ratio: PoolView = {
  scale: { label: "Risk ratio", unit: "ratio", axis: "log", noEffect: 1 },
  back: Math.exp,
};

describe("the funnel chart", () => {
  it("draws every series over its standard error, three contours, and what trim and fill adds", async () => {
    const rows = bcgEffects();
    const filled = trimAndFill(rows, options);
    const svg = await toSvg(funnelChart(assessFunnel(rows, options), { view: ratio, filled }));
    expect(countMarks(svg, "points")).toBe(13);
    expect(countMarks(svg, "filled")).toBe(filled.nFilled);
    for (const i of [0, 1, 2]) expect(countMarks(svg, `contour${i}`)).toBe(1);
    expect(allText(svg)).toContain("Hollow: series that trim and fill adds");
  });

  it("gives the p-values of Egger's and Begg's tests in its caption, as metafor has them", () => {
    const { description } = funnelChart(assessFunnel(bcgEffects(), options));
    expect(description).toContain("Egger’s regression, random effects: p 0.42");
    expect(description).toContain("Egger’s regression, weighted: p 0.19");
    expect(description).toContain("Begg and Mazumdar’s rank correlation: p 0.95");
  });

  it("warns below ten series instead of judging", () => {
    const { description } = funnelChart(assessFunnel(bcgEffects(5), options));
    expect(description).toContain(
      "With 5 series, fewer than 10, a lopsided funnel can hardly be told from chance.",
    );
    expect(description).not.toContain("not clearly lopsided");
  });

  it("has no contours where nothing means no effect", async () => {
    const view: PoolView = { scale: { ...ratio.scale, noEffect: null }, back: Math.exp };
    const svg = await toSvg(funnelChart(assessFunnel(bcgEffects(), options), { view }));
    expect(countMarks(svg, "contour0")).toBe(0);
    expect(allText(svg)).not.toContain("p above 0.10");
  });
});

describe("the forest of pools", () => {
  it("has a line for each series left out, on the scale that people read", async () => {
    const svg = await toSvg(poolSequenceChart(leaveOneOut(bcgEffects(), options), { view: ratio }));
    expect(countMarks(svg, "intervals")).toBe(13);
    expect(textsOf(svg, "names")).toContain("Without Trial 8");
    expect(textsOf(svg, "numbers")).toContain("0.45 (0.30 to 0.67)");
    expect(allText(svg)).toContain("without Trial 8");
  });

  it("adds one series after another, the first alone and not pooled", async () => {
    const svg = await toSvg(poolSequenceChart(cumulatePool(bcgEffects(5), options), { view: ratio }));
    expect(textsOf(svg, "names")).toEqual([
      "Trial 1 alone",
      "and Trial 2 (2)",
      "and Trial 3 (3)",
      "and Trial 4 (4)",
      "and Trial 5 (5)",
    ]);
    expect(textsOf(svg, "numbers")[0]).toBe("0.41 (not pooled)");
  });
});

describe("the influence chart", () => {
  it("has a dot for each series and measure, and Baujat's plot below", async () => {
    const svg = await toSvg(poolInfluenceChart(poolInfluence(bcgEffects(), options)));
    for (const name of ["residual", "dffits", "cook", "tauSquared"])
      expect(countMarks(svg, `${name}Dots`)).toBe(13);
    expect(countMarks(svg, "baujat")).toBe(13);
    expect(textsOf(svg, "names")).toHaveLength(13);
  });

  it("names the series that moves the mean most, and those beyond the usual limits", () => {
    const { description } = poolInfluenceChart(poolInfluence(bcgEffects(5), options));
    expect(description).toContain(
      "Trial 5 moves the mean most (Cook’s distance 1.46); without it τ² goes from 0.298 to 0.",
    );
    expect(description).toContain("Beyond the usual limit of DFFITS: Trial 5.");
  });
});

describe("the bubble chart", () => {
  const rows = bcgEffects();

  it("draws a bubble for each series, the fitted line and its band", async () => {
    const result = poolEstimates(rows, { ...options, moderators: ["latitude"] });
    const svg = await toSvg(bubbleChart(result, { view: ratio }));
    expect(countMarks(svg, "bubbles")).toBe(13);
    expect(countMarks(svg, "line")).toBe(1);
    expect(countMarks(svg, "band")).toBe(1);
    expect(bubbleChart(result).description).toContain("The fitted line: 0.251 − 0.0291 × latitude.");
  });

  it("refuses a pool without one numeric moderator", () => {
    expect(() => bubbleChart(poolEstimates(rows, options))).toThrow(RangeError);
    const textual = rows.map((row, i) => ({ ...row, moderators: { kind: i % 2 === 0 ? "a" : "b" } }));
    expect(() => bubbleChart(poolEstimates(textual, { ...options, moderators: ["kind"] }))).toThrow(
      /one moderator/u,
    );
  });
});
