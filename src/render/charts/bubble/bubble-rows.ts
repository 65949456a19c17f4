import type { PooledResult } from "../../../schema/index.ts";
import { type PoolView, viewSpan } from "../../pooling/pool-view.ts";
import type { Span } from "../forest/forest-axis.ts";

/** What a bubble chart shows. */
export interface BubbleRows {
  bubbles: { name: string; x: number; y: number; weight: number }[];
  /** The fitted mean and its interval at each value of the moderator, in order. */
  line: (Span & { x: number })[];
}

/** Series and fitted means, on the scale of a view. */
export function bubbleRows(
  { series, regression }: PooledResult,
  moderator: string,
  view: PoolView,
): BubbleRows {
  const values = series.map(({ moderators }) => Number(moderators?.[moderator]));
  const fitted = regression!.fitted.map((one, i) => ({ ...viewSpan(one, view), x: values[i]! }));
  return {
    bubbles: series.map(({ series: name, estimate, weight }, i) => ({
      name,
      x: values[i]!,
      y: view.back(estimate),
      weight,
    })),
    line: fitted.sort((a, b) => a.x - b.x).filter(({ x }, i, all) => x !== all[i - 1]?.x),
  };
}
