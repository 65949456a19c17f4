import type { VegaLitePart } from "./vega-lite-spec.ts";

/**
 * The colours of every chart. Those of marks carry small text too (≥ 4.5 : 1 on paper) and stay apart under protanopia,
 * deuteranopia and tritanopia; the hues follow Okabe & Ito (2008), moved apart in lightness.
 *
 * @see Okabe & Ito (2008), Color Universal Design. https://jfly.uni-koeln.de/color/
 */
export const color = {
  ink: "#1f2933",
  quiet: "#5b6770",
  curve: "#0072b2",
  course: "#005532",
  relapse: "#b34700",
  rescue: "#820a78",
  /** Large marks only, never text. */
  assumed: "#bd7b00",
  /** Lines to hold on to: axes, zero, no effect. */
  rule: "#87929b",
  band: "#56b4e9",
  grid: "#e3e7ea",
  faint: "#e6ebee",
  mild: "#c5ced5",
  paper: "#ffffff",
} as const;

/** Name of a colour by its part in a chart. */
export type ColorRole = keyof typeof color;

/** Colours that one picture may show beside each other with different meanings. */
export const shownTogether: Readonly<Record<string, readonly ColorRole[]>> = {
  marks: ["ink", "quiet", "curve", "course", "relapse", "rescue"],
  layers: ["ink", "curve", "assumed"],
  grounds: ["paper", "faint", "mild"],
};

/** Colours of several lines in one picture, one after the other. */
export const seriesColors: readonly string[] = [
  color.curve,
  color.relapse,
  color.course,
  color.rescue,
  color.quiet,
  color.ink,
];

/** How the parts of every chart look; see `withTheme`. */
export interface ChartTheme {
  /** Name on the command line. */
  name: string;
  colors: Readonly<Record<ColorRole, string>>;
  /** Lengths of dash and gap in pixels of lines whose colour tells them apart; a part without is drawn solid. */
  dashes: Readonly<Partial<Record<ColorRole, readonly number[]>>>;
}

/** For screens: the colours above. */
export const lightTheme: ChartTheme = { name: "light", colors: color, dashes: {} };

/** For paper and copies without colour: greys of different lightness on white, and a dash for each line. */
export const printTheme: ChartTheme = {
  name: "print",
  colors: {
    ink: "#000000",
    relapse: "#1e1e1e",
    course: "#323232",
    quiet: "#484848",
    curve: "#5e5e5e",
    rescue: "#747474",
    assumed: "#8a8a8a",
    rule: "#8c8c8c",
    band: "#9a9a9a",
    grid: "#e4e4e4",
    faint: "#eaeaea",
    mild: "#cdcdcd",
    paper: "#ffffff",
  },
  dashes: {
    relapse: [7, 3],
    course: [2, 2],
    rescue: [9, 3, 2, 3],
    quiet: [4, 4],
    assumed: [12, 4],
    ink: [1, 4],
  },
};

/** Every theme, that of screens first. */
export const chartThemes: readonly ChartTheme[] = [lightTheme, printTheme];

/** Families tried in turn; Inter is the one shipped for PNG. */
const FONT = "Inter, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/** Every size of type in a chart, in pixels. */
export const fontSize = {
  title: 16,
  subtitle: 12.5,
  axisTitle: 12,
  label: 11.5,
  small: 11,
  note: 10.5,
} as const;

/** The Vega-Lite configuration that every chart shares. */
export const themeConfig: VegaLitePart = {
  aria: false,
  font: FONT,
  view: { stroke: null },
  mark: { color: color.ink },
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
