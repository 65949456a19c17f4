/** The modules of scripts/gallery.mjs, which are JavaScript. */
declare module "*/scripts/gallery/cases/index.mjs" {
  import type { ChartableResult } from "../../src/render/charts/index.ts";

  export interface GalleryCase {
    chart: string;
    name: string;
    note?: string;
    made?: string;
    result: () => ChartableResult;
  }
  export const galleryCases: readonly GalleryCase[];
}

declare module "*/scripts/gallery/draw-case.mjs" {
  import type { ChartableResult, VegaLiteSpec } from "../../src/render/charts/index.ts";

  export interface DrawnCase extends Omit<GalleryCase, "result"> {
    result: ChartableResult;
    path: string;
    spec: VegaLiteSpec;
    svg: string;
  }
  type GalleryCase = import("*/scripts/gallery/cases/index.mjs").GalleryCase;
  export function filesOf(one: GalleryCase): string[];
  export function drawCase(one: GalleryCase): Promise<DrawnCase>;
}

declare module "*/scripts/gallery/gallery-page.mjs" {
  type DrawnCase = import("*/scripts/gallery/draw-case.mjs").DrawnCase;
  export function galleryPage(drawn: readonly DrawnCase[]): string;
}
