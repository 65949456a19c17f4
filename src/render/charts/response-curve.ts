import type { ResponseResult } from "../../schema/index.ts";
import { responseSummary } from "../response-summary.ts";
import type { Chart, ChartOptions } from "./chart.ts";
import { chartName } from "./chart-name.ts";
import { axesLayer, cornerRows } from "./response-curve/axes-layer.ts";
import { courseHeaderRows, courseLayers, courseRows } from "./response-curve/course-layers.ts";
import { fittedLayers } from "./response-curve/fitted-layers.ts";
import { layFrame, MARGIN } from "./response-curve/frame.ts";
import { keyBottom, keyLayers, keyRows } from "./response-curve/key-layers.ts";
import { relapseLayers } from "./response-curve/relapse-layers.ts";
import { relapseRows } from "./response-curve/relapse-rows.ts";
import { scoreLayers, scoreRows } from "./response-curve/score-layers.ts";
import { thresholdLayers, thresholdRows } from "./response-curve/threshold-layers.ts";
import { wrapText } from "./text-width.ts";
import { color, fontSize, themeConfig } from "./theme.ts";
import { VEGA_LITE_SCHEMA, type VegaLiteSpec } from "./vega-lite-spec.ts";

/** Inner edge of the picture, from which the title starts. */
const EDGE = 10;
/** From the subtitle to the flags of the courses: Vega sets a title above every mark. */
const TITLE_GAP = 10;

/**
 * Draws one patient's scores with the fitted response curve, the courses and the relapse days.
 *
 * Bars on scores are the values that round to them; dashes begin where the scores end. Below the scores each course has a
 * row with its relapse day, as if no other course had followed.
 *
 * @param result A response result, fresh or read back from a file.
 * @param options Size in pixels.
 * @throws {RangeError} when the size is too small to read.
 * @see Okabe & Ito (2008), Color Universal Design, for the colors. https://jfly.uni-koeln.de/color/
 * @example
 * responseCurveChart(result).layer; // marks, bottom first
 */
export function responseCurveChart(result: ResponseResult, options: ChartOptions = {}): VegaLiteSpec {
  const frame = layFrame(result, options);
  const key = keyRows(result, frame);
  const total = frame.width + MARGIN.left + MARGIN.right;
  const summary = responseSummary(result);
  const subtitle = wrapText(summary, fontSize.subtitle, total - 2 * EDGE);
  const datasets: Readonly<Record<string, readonly object[]>> = {
    corners: cornerRows(frame),
    fitted: result.fitted,
    scores: scoreRows(result, frame),
    courses: courseRows(result, frame),
    courseHeader: courseHeaderRows(frame),
    threshold: thresholdRows(result, frame),
    ...relapseRows(result, frame),
    key,
  };
  const layers = [
    axesLayer(result, frame),
    ...courseLayers(result, frame),
    ...thresholdLayers(frame),
    ...fittedLayers(result, frame),
    ...scoreLayers(result),
    ...relapseLayers(frame),
    ...keyLayers(key),
  ] as { data: { name: string } }[];
  return {
    $schema: VEGA_LITE_SCHEMA,
    description: summary,
    title: {
      text: chartName(result),
      subtitle,
      frame: "group",
      dx: EDGE - MARGIN.left,
      offset: TITLE_GAP,
    },
    background: color.paper,
    autosize: { type: "none" },
    padding: {
      left: MARGIN.left,
      right: MARGIN.right,
      top: EDGE + 20 + 6 + 17 * subtitle.length + TITLE_GAP + frame.courseLabels.height,
      bottom: keyBottom(key, frame),
    },
    width: frame.width,
    height: frame.height,
    config: themeConfig,
    datasets,
    layer: layers.filter(({ data }) => (datasets[data.name]?.length ?? 0) > 0),
  };
}

/** Scores, fitted curve, courses and relapse days of one patient. */
export const responseCurve: Chart<ResponseResult> = {
  name: "response-curve",
  accepts: "response",
  spec: responseCurveChart,
};
