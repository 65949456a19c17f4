export { parseScale } from "./parse-scale.ts";
export { type ReadPatientsOptions, readPatients } from "./read-patients.ts";
export { type ReadPriorsOptions, readPriors } from "./read-priors.ts";
export { type ReadRelapsesOptions, readRelapses } from "./read-relapses.ts";
export { type ReadSeriesOptions, readSeries } from "./read-series.ts";
export { type ReadSummaryOptions, readSummary } from "./read-summary.ts";
export { type ReadTrialsOptions, readTrials } from "./read-trials.ts";
export { tableColumns } from "./table-columns.ts";
