export { parseScale } from "./parse-scale.ts";
export { type ReadPatientsOptions, readPatients } from "./read-patients.ts";
export { type ReadPriorsOptions, readPriors } from "./read-priors.ts";
