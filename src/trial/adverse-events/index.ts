export { type AdverseEventsOptions, adverseEvents } from "./adverse-events.ts";
export { type IntercurrentEventsOptions, intercurrentEvents } from "./intercurrent-events.ts";
export {
  composite,
  hypothetical,
  type IntercurrentStrategy,
  intercurrentStrategies,
  treatmentPolicy,
  whileOnTreatment,
} from "./strategies/index.ts";
