import type { VegaLitePart } from "./vega-lite-spec.ts";

/**
 * Colours for people with any colour vision, after Okabe & Ito (2008), darkened where they carry small text (≥ 4.5 : 1 on
 * white).
 */
export const color = {
  ink: "#1f2933",
  quiet: "#5b6770",
  grid: "#e3e7ea",
  rule: "#aab4bc",
  curve: "#0072b2",
  band: "#56b4e9",
  course: "#00694d",
  relapse: "#b34700",
  rescue: "#a8467f",
  paper: "#ffffff",
} as const;

/** Families tried in turn; Inter is the one shipped for PNG. */
const FONT = "Inter, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

export const fontSize = { title: 16, subtitle: 12.5, axisTitle: 12, label: 11.5, small: 11 } as const;

/** The Vega-Lite configuration that every chart shares. */
export const themeConfig: VegaLitePart = {
  aria: false,
  font: FONT,
  view: { stroke: null },
  title: {
    anchor: "start",
    color: color.ink,
    fontSize: fontSize.title,
    fontWeight: 600,
    subtitleColor: color.quiet,
    subtitleFontSize: fontSize.subtitle,
    subtitleFontWeight: 400,
    subtitlePadding: 6,
    subtitleLineHeight: 17,
  },
  axis: {
    domain: false,
    gridColor: color.grid,
    labelColor: color.ink,
    labelFontSize: fontSize.label,
    labelPadding: 6,
    tickColor: color.rule,
    tickSize: 5,
    titleColor: color.ink,
    titleFontSize: fontSize.axisTitle,
    titleFontWeight: 400,
    titlePadding: 10,
  },
  text: { color: color.ink, fontSize: fontSize.small, fontWeight: 400 },
};
