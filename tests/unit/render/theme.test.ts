import { describe, expect, it } from "vitest";
import {
  type ColorRole,
  chartThemes,
  lightTheme,
  printTheme,
  responseCurveChart,
  survivalChart,
  toSvg,
  withTheme,
} from "../../../src/render/charts/index.ts";
import { color, shownTogether } from "../../../src/render/charts/theme.ts";
import { PAGE_STYLE } from "../../../src/render/html/style.ts";
import { colorVisions, contrast, difference, lightness } from "../../helpers/color-vision.ts";
import { relapseFixtures } from "../../helpers/relapse-fixtures.ts";
import { responseFixtures } from "../../helpers/response-fixtures.ts";

/** Every two colours of a list. */
function pairs<T>(list: readonly T[]): [T, T][] {
  return list.flatMap((one, i) => list.slice(i + 1).map((other): [T, T] => [one, other]));
}

const TEXT: readonly ColorRole[] = ["ink", "quiet", "curve", "course", "relapse", "rescue"];
const MARKS: readonly ColorRole[] = [...TEXT, "assumed", "rule"];
/** Least difference (ΔE*ab) of two colours with different meanings; grounds are named in words besides. */
const APART: Readonly<Record<string, number>> = { marks: 20, layers: 20, grounds: 7 };

describe("the measures of colour", () => {
  it("give the values that others print", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 10);
    expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
    expect(lightness("#ffffff")).toBeCloseTo(100, 4);
    expect(difference("#ff0000", "#00ff00", colorVisions.usual!)).toBeCloseTo(170.6, 0);
    expect(difference("#ff0000", "#00ff00", colorVisions.deuteranopia!)).toBeLessThan(90);
  });
});

describe.each(chartThemes)("the $name theme", ({ colors }) => {
  it("writes every text with a contrast of 4.5 : 1 on paper, or more", () => {
    for (const role of TEXT) expect(contrast(colors[role], colors.paper), role).toBeGreaterThanOrEqual(4.5);
  });

  it("draws every mark and every line to hold on to with a contrast of 3 : 1 on paper, or more", () => {
    for (const role of MARKS) expect(contrast(colors[role], colors.paper), role).toBeGreaterThanOrEqual(3);
  });

  it("has no colour twice, so that a part is known by its colour", () => {
    expect(new Set(Object.values(colors)).size).toBe(Object.keys(colors).length);
  });
});

describe("the light theme", () => {
  for (const [vision, matrix] of Object.entries(colorVisions))
    for (const [set, roles] of Object.entries(shownTogether))
      it(`keeps the ${set} apart under ${vision} colour vision`, () => {
        for (const [one, other] of pairs(roles))
          expect(difference(color[one], color[other], matrix), `${one} and ${other}`).toBeGreaterThanOrEqual(
            APART[set]!,
          );
      });
});

describe("the print theme", () => {
  it("is grey throughout", () => {
    for (const grey of Object.values(printTheme.colors)) expect(grey).toMatch(/^#(..)\1\1$/u);
  });

  it("keeps colours that appear together apart in lightness, and lines by their dashes too", () => {
    for (const roles of Object.values(shownTogether))
      for (const [one, other] of pairs(roles)) {
        const apart = Math.abs(lightness(printTheme.colors[one]) - lightness(printTheme.colors[other]));
        expect(apart, `${one} and ${other}`).toBeGreaterThanOrEqual(7);
      }
    const dashes = shownTogether.marks!.map((role) => JSON.stringify(printTheme.dashes[role] ?? []));
    expect(new Set(dashes).size).toBe(dashes.length);
  });
});

describe("withTheme", () => {
  const spec = responseCurveChart(responseFixtures.kizawa!);
  const groups = relapseFixtures
    .flatMap(([, result]) => (result.kind === "relapse" ? [result] : []))
    .slice(0, 3);

  it("leaves a chart in the light theme as it is", () => {
    expect(withTheme(spec, lightTheme)).toEqual(spec);
  });

  it("leaves no colour but grey in a printed chart, and does not change the given one", async () => {
    const before = JSON.stringify(spec);
    const svg = await toSvg(withTheme(spec, printTheme));
    const drawn = [...new Set(svg.match(/#[0-9a-f]{6}\b/giu))];
    expect(drawn.length).toBeGreaterThan(3);
    for (const hex of drawn) expect(hex).toMatch(/^#(..)\1\1$/iu);
    expect(JSON.stringify(spec)).toBe(before);
  });

  it("draws as many marks as before, with other dashes", async () => {
    const light = survivalChart(groups);
    const count = (svg: string): number => svg.match(/<path|<text|<line/gu)!.length;
    const [screen, print] = [await toSvg(light), await toSvg(withTheme(light, printTheme))];
    expect(count(print)).toBe(count(screen));
    expect(print.match(/stroke-dasharray="2,2"/gu)!.length).toBeGreaterThan(
      screen.match(/stroke-dasharray="2,2"/gu)?.length ?? 0,
    );
  });

  it("leaves words alone that look like a colour", async () => {
    const named = { ...responseFixtures.kizawa!, patient: color.curve };
    expect(await toSvg(withTheme(responseCurveChart(named), printTheme))).toContain(`>${color.curve}</text>`);
  });
});

describe("the style of pages", () => {
  const value = (name: string): string => new RegExp(`--${name}: (#[0-9a-f]{6})`, "u").exec(PAGE_STYLE)![1]!;

  it("writes every text with a contrast of 4.5 : 1 on its ground, or more", () => {
    for (const text of ["ink", "quiet", "accent", "warn"])
      for (const ground of ["#ffffff", value("ground"), "#fdf3ec"])
        expect(contrast(value(text), ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });
});
