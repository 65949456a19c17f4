import type { ProfileLikelihoodResult } from "../../../schema/index.ts";
import { DEEPEST } from "./profile-rows.ts";

/** Of each plot; from the title of the first ones, and of those below, to the plot; and room below a plot for its axis. */
const [HEIGHT, FIRST, ABOVE, BELOW] = [136, 22, 26, 56];
/** Between plots beside each other, and the narrowest whose labels can be read. */
const [GAP, NARROWEST] = [24, 190];
/** Room above the highest point, as a share of the drop. */
const HEADROOM = 0.12;

/** The upper left corner of a plot, in pixels of the picture, and its row from above. */
export interface ProfilePlot {
  left: number;
  top: number;
  row: number;
}

/** Plots of one size in rows, on the same axis of the fall. */
export interface ProfileGrid {
  plots: readonly ProfilePlot[];
  /** Of each plot, in pixels. */
  plot: { width: number; height: number };
  /** Of all. */
  height: number;
  /** Falls to label, from 0 downward. */
  falls: readonly number[];
  /** Pixels from the top of the picture. */
  y(fall: number, plot: ProfilePlot): number;
}

/** 0, −1, −2 and so on, at most eight, down to a depth. */
function whole(depth: number): number[] {
  const step = Math.ceil(depth / 7);
  return Array.from({ length: Math.floor(depth / step) + 1 }, (_, i) => 0 - i * step);
}

/**
 * Sets a plot for each quantity into rows.
 *
 * @param width Of all plots, in pixels.
 */
export function profileGrid({ profiles, drop }: ProfileLikelihoodResult, width: number): ProfileGrid {
  const nColumns = Math.max(1, Math.min(3, Math.floor((width + GAP) / (NARROWEST + GAP))));
  const own = Math.floor((width - GAP * (nColumns - 1)) / nColumns);
  const topOf = (row: number): number => FIRST + row * (HEIGHT + BELOW + ABOVE);
  const nRows = Math.ceil(profiles.length / nColumns);
  return {
    plots: profiles.map((_, i) => {
      const row = Math.floor(i / nColumns);
      return { left: (i % nColumns) * (own + GAP), top: topOf(row), row };
    }),
    plot: { width: own, height: HEIGHT },
    height: topOf(nRows - 1) + HEIGHT,
    falls: whole(DEEPEST * drop),
    y: (fall, { top }) => top + (HEIGHT * (HEADROOM * drop - fall)) / ((HEADROOM + DEEPEST) * drop),
  };
}
