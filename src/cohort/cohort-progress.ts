/** Told how far a cohort's analysis is: `done` of `total` steps of a stage, such as `chain 2` or `limits`. */
export type CohortProgress = (stage: string, done: number, total: number) => void;
