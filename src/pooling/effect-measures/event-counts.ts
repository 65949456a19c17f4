import type { SeriesSummary } from "../../schema/series.ts";
import type { EffectMeasureDefinition, ZeroCells } from "./define-effect-measure.ts";
import { atMost, positive, whole } from "./summary-check.ts";

type Counts = Pick<EffectMeasureDefinition, "group" | "needs" | "checks"> & { cells: ZeroCells };

/** The summary with an amount added to some columns, and twice that to others. */
function raised(summary: SeriesSummary, amount: number, once: string[], twice: string[]): SeriesSummary {
  const sums = [
    ...once.map((column) => [column, amount]),
    ...twice.map((column) => [column, 2 * amount]),
  ] as const;
  return {
    ...summary,
    ...Object.fromEntries(sums.map(([column, by]) => [column, summary[column as string]! + (by as number)])),
  };
}

/** Events among patients in two groups: a fourfold table. */
export const twoGroupEvents: Counts = {
  group: "two groups of events",
  needs: ["events", "n", "events_control", "n_control"],
  checks: [
    whole("events", 0),
    whole("n", 1),
    whole("events_control", 0),
    whole("n_control", 1),
    atMost("events", "n"),
    atMost("events_control", "n_control"),
  ],
  cells: {
    hasZero: ({ events, n, events_control, n_control }) =>
      events === 0 || events === n || events_control === 0 || events_control === n_control,
    add: (summary, amount) => raised(summary, amount, ["events", "events_control"], ["n", "n_control"]),
    uninformative: ({ events, n, events_control, n_control }) =>
      (events === 0 && events_control === 0) || (events === n && events_control === n_control),
  },
};

/** Events among the patients of one group. */
export const oneGroupEvents: Counts = {
  group: "one group of events",
  needs: ["events", "n"],
  checks: [whole("events", 0), whole("n", 1), atMost("events", "n")],
  cells: {
    hasZero: ({ events, n }) => events === 0 || events === n,
    add: (summary, amount) => raised(summary, amount, ["events"], ["n"]),
    uninformative: () => false,
  },
};

/** Events in the time at risk of one group. */
export const oneGroupRate: Counts = {
  group: "rates",
  needs: ["events", "time"],
  checks: [whole("events", 0), positive("time")],
  cells: {
    hasZero: ({ events }) => events === 0,
    add: (summary, amount) => raised(summary, amount, ["events"], []),
    uninformative: () => false,
  },
};

/** Events in the times at risk of two groups. */
export const twoGroupRates: Counts = {
  group: "rates",
  needs: ["events", "time", "events_control", "time_control"],
  checks: [whole("events", 0), positive("time"), whole("events_control", 0), positive("time_control")],
  cells: {
    hasZero: ({ events, events_control }) => events === 0 || events_control === 0,
    add: (summary, amount) => raised(summary, amount, ["events", "events_control"], []),
    uninformative: ({ events, events_control }) => events === 0 && events_control === 0,
  },
};
