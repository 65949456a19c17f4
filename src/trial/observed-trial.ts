import { InputError, type InputIssue } from "../errors.ts";
import type { Trial, TrialScore } from "../schema/trial.ts";
import type { TrialDesign } from "./trial-design.ts";
import { dayIssues, periodIssues, treatmentIssues } from "./trial-issues.ts";
import { trialUnits } from "./trial-units.ts";

/** Patients' scores and the assignment that gave them, as numbers. */
export interface ObservedTrial {
  patients: string[];
  /** Number of the treatment of each unit, patient by patient. */
  assignment: Uint8Array;
  /** One for each patient. */
  parts: ObservedPart[];
}

/** One patient's scores. */
export interface ObservedPart {
  scores: Float64Array;
  times: Float64Array;
  unitOf: Int32Array;
  firstUnit: number;
  endUnit: number;
}

function issueAt(score: TrialScore | undefined, patient: string, message: string): InputIssue {
  const row = score?.row;
  return { path: patient, ...(row !== undefined && { row, column: "treatment" }), message };
}

/** What keeps one patient's rows from being this design's units; treatments not known are left to others. */
function lengthIssues(design: TrialDesign, trial: Trial): InputIssue[] {
  const { patient, scores } = trial;
  const { ofScores, ofMissed } = trialUnits(design, trial);
  const units = new Set([...ofScores, ...ofMissed]);
  const { unitsPerPatient, unit } = design;
  if (units.size === unitsPerPatient && Math.max(...units) === unitsPerPatient - 1) return [];
  const beyond = scores.find((_, i) => ofScores[i]! >= unitsPerPatient);
  const message = `the design needs ${unitsPerPatient} ${unit}s of ${patient}, got ${units.size}`;
  return [issueAt(beyond, patient, message)];
}

function partOf(design: TrialDesign, trial: Trial, firstUnit: number): ObservedPart {
  const { scores } = trial;
  const { ofScores } = trialUnits(design, trial);
  const hasDays = scores.every(({ day }) => day !== null);
  return {
    scores: Float64Array.from(scores, ({ score }) => score),
    times: Float64Array.from(scores, ({ day }, i) => (hasDays ? day! : i)),
    unitOf: Int32Array.from(ofScores, (unit) => firstUnit + unit),
    firstUnit,
    endUnit: firstUnit + design.unitsPerPatient,
  };
}

/** What the actual assignment lacks to be one of the design's, with the row of the unit where it shows. */
function spaceIssues(design: TrialDesign, trials: readonly Trial[], assignment: Uint8Array): InputIssue[] {
  return design.space.misfits(assignment, design.treatments).map(({ unit, message }) => {
    const trial = trials[Math.floor((unit ?? 0) / design.unitsPerPatient)]!;
    const own = (unit ?? 0) % design.unitsPerPatient;
    const { ofScores } = trialUnits(design, trial);
    const score = unit === null ? undefined : trial.scores[ofScores.indexOf(own)];
    return issueAt(
      score,
      trial.patient,
      `the actual assignment is not one of the design "${design.name}": it ${message}`,
    );
  });
}

/**
 * Takes patients' trials as units of a design.
 *
 * @param trials One for each patient of the design.
 * @throws {InputError} with every problem: treatments that the design does not have, one treatment seen once, two treatments
 * in a period, periods that overlap, unequal blocks, a wrong number of units, an assignment that the design could not
 * have given.
 */
export function observedTrial(design: TrialDesign, trials: readonly Trial[]): ObservedTrial {
  const issues = [
    ...treatmentIssues(design.treatments, trials),
    ...trials.flatMap((trial) => [
      ...(design.unit === "period" ? periodIssues(trial, design.unitsPerBlock) : dayIssues(trial)),
      ...lengthIssues(design, trial),
    ]),
  ];
  if (trials.length !== design.nPatients) {
    const message = `the design "${design.name}" needs ${design.nPatients} patients, got ${trials.length}`;
    issues.unshift({ path: "trial", message });
  }
  if (issues.length > 0) throw new InputError(issues);
  const assignment = new Uint8Array(design.space.nUnits);
  const parts = trials.map((trial, p) => partOf(design, trial, p * design.unitsPerPatient));
  trials.forEach((trial, p) => {
    const { ofScores, ofMissed } = trialUnits(design, trial);
    const { firstUnit } = parts[p]!;
    const assign = ({ treatment }: { treatment: string }, unit: number): void => {
      assignment[firstUnit + unit] = design.treatments.indexOf(treatment);
    };
    trial.missed?.forEach((score, k) => void assign(score, ofMissed[k]!));
    trial.scores.forEach((score, i) => void assign(score, ofScores[i]!));
  });
  const outside = spaceIssues(design, trials, assignment);
  if (outside.length > 0) throw new InputError(outside);
  return { patients: trials.map(({ patient }) => patient), assignment, parts };
}
