import { InvalidArgumentError, Option } from "commander";
import { type ChartTheme, chartThemes, lightTheme } from "../render/charts/theme.ts";
import type { VegaLiteSpec } from "../render/charts/vega-lite-spec.ts";
import { UsageError } from "./report-error.ts";

/** How pictures are drawn. */
export interface Drawing {
  theme: ChartTheme;
  /** Pixels of a PNG for each unit of the picture. */
  pixelRatio: number;
}

/** Draws a picture of a page as SVG. */
export type DrawPicture = (spec: VegaLiteSpec) => Promise<string>;

/** Draws as `toSvg` does; Vega is loaded only when a picture is asked for. */
export const drawStill: DrawPicture = async (spec) => (await import("../render/svg.ts")).toSvg(spec);

/** On a screen, sharp where it shows two pixels for one. */
export const usualDrawing: Drawing = { theme: lightTheme, pixelRatio: 2 };

/** `--theme` and `--pixel-ratio` as they stand on the command line; absent where they weren't given. */
export interface DrawingFlags {
  theme?: string;
  pixelRatio?: number;
}

/** Fewest and most pixels of a PNG for each unit of the picture. */
const [FEWEST, MOST] = [1, 4];

/** `--theme`: light or print. */
export const themeOption = (): Option =>
  new Option("--theme <theme>", "look of pictures: for screens, or for print without colour").choices(
    chartThemes.map(({ name }) => name),
  );

/** `--pixel-ratio`: how large a PNG is. */
export const pixelRatioOption = (): Option =>
  new Option(
    "--pixel-ratio <number>",
    `pixels of a png for each unit, from ${FEWEST} to ${MOST} (default: ${usualDrawing.pixelRatio})`,
  ).argParser((text) => {
    const value = text.trim() === "" ? Number.NaN : Number(text);
    if (value >= FEWEST && value <= MOST) return value;
    throw new InvalidArgumentError(`a number from ${FEWEST} to ${MOST} is needed, got "${text}"`);
  });

/**
 * Refuses the flags where no picture is written.
 *
 * @throws {UsageError} that names every problem.
 */
export function checkDrawing({ theme, pixelRatio, format }: DrawingFlags & { format: string }): void {
  const problems = [
    ...(theme === undefined || ["svg", "png", "vega", "markdown"].includes(format)
      ? []
      : [`--theme: needs --format svg, png, vega or markdown, got ${format}`]),
    ...(pixelRatio === undefined || format === "png"
      ? []
      : [`--pixel-ratio: needs --format png, got ${format}`]),
  ];
  if (problems.length > 0) throw new UsageError(problems.join("\nnof1: "));
}

/** How the flags want pictures drawn. */
export function drawingOf({ theme, pixelRatio }: DrawingFlags): Drawing {
  return {
    theme: chartThemes.find(({ name }) => name === theme) ?? usualDrawing.theme,
    pixelRatio: pixelRatio ?? usualDrawing.pixelRatio,
  };
}
