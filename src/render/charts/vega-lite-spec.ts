/** A Vega-Lite 6 specification: plain JSON for vega-embed, Observable, Jupyter or `toSvg`. */
export interface VegaLiteSpec {
  readonly $schema: string;
  readonly [property: string]: unknown;
}

/** A part of a specification: one layer, the configuration. */
export type VegaLitePart = { readonly [property: string]: unknown };

/** Flat rows of a named data set. */
export type ChartRows = readonly { readonly [field: string]: string | number | boolean | null }[];

export const VEGA_LITE_SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json";
