import { readdirSync, readFileSync, statSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { type GalleryCase, galleryCases } from "../../scripts/gallery/cases/index.mjs";
import { type DrawnCase, drawCase, filesOf } from "../../scripts/gallery/draw-case.mjs";
import { galleryPage } from "../../scripts/gallery/gallery-page.mjs";
import { charts } from "../../src/render/charts/index.ts";
import { chartLaws, pictureOf } from "../helpers/chart-laws.ts";

const FOLDER = "docs/gallery/";
const MOST_BYTES = 12e6;

const casesOf = (chart: string): GalleryCase[] => galleryCases.filter((one) => one.chart === chart);
const kept = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => statSync(FOLDER + path).isFile());

describe("the gallery", () => {
  const drawn = new Map<string, DrawnCase>();

  beforeAll(async () => {
    for (const one of galleryCases) drawn.set(filesOf(one)[0]!, await drawCase(one));
  }, 300_000);

  it("shows every chart of the registry, first with a word on it and how it is made", () => {
    for (const { name } of charts)
      expect(casesOf(name)[0], name).toMatchObject({ note: expect.any(String), made: expect.any(String) });
    expect(galleryCases.filter(({ chart }) => !charts.some(({ name }) => name === chart))).toEqual([]);
  });

  it("has one picture of each case and no other, all together small", () => {
    expect(kept.sort()).toEqual(["README.md", ...galleryCases.flatMap(filesOf)].sort());
    expect(kept.reduce((sum, path) => sum + statSync(FOLDER + path).size, 0)).toBeLessThan(MOST_BYTES);
  });

  it("is what `npm run gallery` writes today", () => {
    expect(readFileSync(`${FOLDER}README.md`, "utf8")).toBe(galleryPage([...drawn.values()]));
  });

  for (const chart of charts)
    describe(chart.name, () => {
      for (const one of casesOf(chart.name))
        it(`obeys every law in the case of ${one.name}`, () => {
          const { result, svg } = drawn.get(filesOf(one)[0]!)!;
          const picture = pictureOf(chart, result, svg);
          const broken = chartLaws.flatMap(({ name, faults }) =>
            faults(picture).map((fault) => `${name}: ${fault}`),
          );
          expect(broken, broken.join("\n")).toEqual([]);
        });
    });
});
