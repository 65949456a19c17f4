import type { ProfileLikelihoodResult } from "../../schema/index.ts";
import { profileAnswer } from "../profile-answer.ts";
import type { Chart, ChartOptions } from "./chart.ts";
import { chartWidth, panelChart, plotWidth } from "./panels.ts";
import { profilePanel } from "./profile-likelihood/profile-panel.ts";
import type { VegaLiteSpec } from "./vega-lite-spec.ts";

/** Room for the axis of the fall. */
const LEFT = 48;
const GAP = 24;
/** Narrowest panel whose labels can be read. */
const NARROWEST = 190;

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
 * profileLikelihoodChart(profileResponse(patient)).vconcat; // a panel for each quantity
 */
export function profileLikelihoodChart(
  result: ProfileLikelihoodResult,
  options: ChartOptions = {},
): VegaLiteSpec {
  const width = chartWidth(options.width);
  const plot = plotWidth(width, LEFT);
  const nColumns = Math.max(1, Math.min(3, Math.floor((plot + GAP) / (NARROWEST + GAP))));
  const own = Math.floor((plot - GAP * (nColumns - 1)) / nColumns);
  const { profiles, drop, level, nCourses, penalized } = result;
  const name = penalized ? "Log posterior" : "Log-likelihood";
  const panels = profiles.map((profile, index) =>
    profilePanel(profile, {
      name,
      index,
      isFirst: index % nColumns === 0,
      width: own,
      drop,
      level,
      nCourses,
    }),
  );
  const nRows = Math.ceil(panels.length / nColumns);
  return panelChart({
    about: result,
    words: profileAnswer(result),
    width,
    left: LEFT,
    columnGap: GAP,
    rows: Array.from({ length: nRows }, (_, row) => panels.slice(row * nColumns, (row + 1) * nColumns)),
  });
}

/** The profile of each quantity. */
export const profileLikelihood: Chart<ProfileLikelihoodResult> = {
  name: "profile-likelihood",
  accepts: "profile-likelihood",
  suits: ({ profiles }) => profiles.length > 0,
  spec: profileLikelihoodChart,
};
