import type { ProfileLikelihoodResult } from "../../schema/index.ts";
import { profileAnswer } from "../profile-answer.ts";
import type { Chart, ChartOptions } from "./chart.ts";
import { chartWidth, panelChart, plotWidth } from "./panels.ts";
import { axisLayers } from "./profile-likelihood/axis-layers.ts";
import { type DrawnProfile, drawnProfiles, placedProfiles } from "./profile-likelihood/drawn-profile.ts";
import { profileGrid } from "./profile-likelihood/profile-grid.ts";
import { profileLayers } from "./profile-likelihood/profile-layers.ts";
import type { VegaLiteSpec } from "./vega-lite-spec.ts";

/** Room for the axis of the fall. */
const LEFT = 48;

/** What the signs of sides without a limit mean, where there are any. */
function signWords(drawn: readonly DrawnProfile[]): string[] {
  const isOpen = drawn.some(({ open }) => open.length > 0);
  const jumps = drawn.some(({ jumps: own }) => own.length > 0);
  return [
    ...(isOpen ? ["An arrow points to a side without a limit."] : []),
    ...(jumps ? ["Where a line falls past the level in a jump, the limit lies there."] : []),
  ];
}

/**
 * Draws the profile of each quantity of one patient's curve: how far the log-likelihood, with the log prior, falls as the
 * quantity moves away from its best value.
 *
 * The dashed line is the level at which the limits lie, the upright lines are the limits, and an arrow is a side without one.
 *
 * @param options Width in pixels; the height follows from the number of quantities.
 * @throws {RangeError} when the width is too small to read.
 * @see Venzon & Moolgavkar (1988), Appl Stat 37:87–94. doi:10.2307/2347496
 * @example
 * profileLikelihoodChart(profileResponse(patient)).title; // { text: "P-01", … }
 */
export function profileLikelihoodChart(
  result: ProfileLikelihoodResult,
  options: ChartOptions = {},
): VegaLiteSpec {
  const width = chartWidth(options.width);
  const room = plotWidth(width, LEFT);
  const grid = profileGrid(result, room);
  const placed = placedProfiles(result, grid);
  const drawn = drawnProfiles(placed);
  const layers = [...axisLayers(result, drawn, grid), ...profileLayers(result, placed, drawn, grid)];
  return panelChart({
    about: result,
    words: [profileAnswer(result), ...signWords(drawn)].join(" "),
    rows: [[{ width: room, height: grid.height, layer: layers }]],
    width,
    left: LEFT,
  });
}

/** The profile of each quantity. */
export const profileLikelihood: Chart<ProfileLikelihoodResult> = {
  name: "profile-likelihood",
  accepts: "profile-likelihood",
  suits: ({ profiles }) => profiles.length > 0,
  spec: profileLikelihoodChart,
};
