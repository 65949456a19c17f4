import type { SummaryLayer } from "../../../schema/summary-result.ts";
import { clopperPearson } from "../../proportions/clopper-pearson.ts";
import type { ProportionMethod } from "../../proportions/proportion-method.ts";
import { wilson } from "../../proportions/wilson.ts";
import type { SummaryInterval } from "./summary-interval.ts";

/** The interval of a printed count of patients by a method for proportions. */
function proportionOf(method: ProportionMethod, layer: SummaryLayer, coverage: string): SummaryInterval {
  return {
    name: method.name,
    label: method.label,
    reference: method.reference,
    layer,
    quantity: "proportion",
    assumes: `Patients independent of each other and alike in their chances; ${coverage}`,
    keepsBounds: true,
    quick: true,
    applies: ({ report }) => report.events !== undefined,
    limits: ({ report: { n, events } }, level) => [
      { estimate: events! / n, ...method.interval(events!, n, level) },
    ],
  };
}

/**
 * Clopper and Pearson's interval of the printed count of patients with the event: covers at least as often as its level says.
 *
 * @see Clopper & Pearson (1934), Biometrika 26:404–413. doi:10.1093/biomet/26.4.404
 * @example
 * clopperPearsonOfPatients.layer; // "bounds-only"
 */
export const clopperPearsonOfPatients: SummaryInterval = /* @__PURE__ */ proportionOf(
  clopperPearson,
  "bounds-only",
  "no proportion is covered less often than the level says",
);

/**
 * Wilson's interval of the printed count of patients with the event: covers about as often as its level says.
 *
 * @see Wilson (1927), J Am Stat Assoc 22:209–212. doi:10.1080/01621459.1927.10502953
 * @example
 * wilsonOfPatients.layer; // "weak"
 */
export const wilsonOfPatients: SummaryInterval = /* @__PURE__ */ proportionOf(
  wilson,
  "weak",
  "proportions are covered about as often as the level says, some less often",
);
