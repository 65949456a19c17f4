import type { SeriesSummary } from "../../schema/series.ts";
import type { Cells } from "../two-groups/two-by-two.ts";

/** The fourfold table of a summary with events and patients of two groups. */
export function cellsOf({ events, n, events_control, n_control }: SeriesSummary): Cells {
  return {
    a: events!,
    b: n! - events!,
    c: events_control!,
    d: n_control! - events_control!,
    total: n! + n_control!,
  };
}
