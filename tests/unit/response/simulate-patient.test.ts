import { describe, expect, it } from "vitest";
import { plateau } from "../../../src/response/models/plateau.ts";
import { type PatientTruth, simulatePatient } from "../../../src/response/simulate-patient.ts";
import { numericalRatingScale, patientSchema } from "../../../src/schema/index.ts";

const TYPICAL = [0.8, 4, 105, 60];

const truthWith = (changes: Partial<PatientTruth> = {}): PatientTruth => ({
  patient: "made-up",
  scale: numericalRatingScale,
  baseline: 9,
  residualSd: 0,
  courses: [{ day: 0, doseGPerKg: 2, parameters: TYPICAL }],
  days: [-7, 0, 7, 14, 45, 90, 120, 180],
  ...changes,
});

const scoresOf = (truth: PatientTruth, seed = 1): number[] =>
  simulatePatient(truth, { seed }).scores.map(({ lower, upper }) => {
    expect(upper).toBe(lower);
    return lower;
  });

describe("simulatePatient", () => {
  it("returns the rounded curve where the residual standard deviation is 0", () => {
    const truth = truthWith();
    const curve = truth.days.map((day) => 9 * (1 - (day > 0 ? plateau.relief(day, TYPICAL) : 0)));
    expect(scoresOf(truth)).toEqual(curve.map(Math.round));
  });

  it("multiplies what each course leaves", () => {
    const second = { day: 100, doseGPerKg: null, parameters: [0.5, 2, 80, 40] };
    const truth = truthWith({ courses: [...truthWith().courses, second], days: [120] });
    const kept = (1 - plateau.relief(120, TYPICAL)) * (1 - plateau.relief(20, second.parameters));
    expect(scoresOf(truth)).toEqual([Math.round(9 * kept)]);
  });

  it("takes a score on the day of a course before the infusion", () => {
    const sudden = { day: 50, doseGPerKg: 2, parameters: [1, 1e-6, 105, 60] };
    const patient = simulatePatient(truthWith({ courses: [sudden], days: [50, 51] }), { seed: 1 });
    expect(patient.scores.map(({ lower }) => lower)).toEqual([9, 0]);
    expect(patient.scores.map(({ coursesBefore }) => coursesBefore)).toEqual([0, 1]);
  });

  it("gives the same bytes for the same seed and others for another", () => {
    const truth = truthWith({ residualSd: 2 });
    const bytes = (seed: number): string => JSON.stringify(simulatePatient(truth, { seed }));
    expect(bytes(7)).toBe(bytes(7));
    expect(bytes(7)).not.toBe(bytes(8));
  });

  it("draws from a normal distribution with the residual standard deviation", () => {
    const days = Array.from({ length: 4000 }, (_, i) => -i - 1);
    const scale = { minimum: -50, maximum: 50, step: 0.01 };
    const scores = scoresOf(truthWith({ days, scale, baseline: 3, residualSd: 2 }), 20_040_601);
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length;
    // Four standard errors: 4·2/√4000 and 4·4·√(2/4000).
    expect(Math.abs(mean - 3)).toBeLessThan(0.127);
    expect(Math.abs(variance - 4)).toBeLessThan(0.358);
  });

  it("keeps scores on the grid and within the scale", () => {
    const days = Array.from({ length: 500 }, (_, i) => -i - 1);
    const scale = { minimum: 1, maximum: 2, step: 0.1 };
    const scores = scoresOf(truthWith({ days, scale, baseline: 2.2, residualSd: 1 }));
    const grid = [1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 2];
    expect(new Set(scores)).toEqual(new Set(grid));
  });

  it("lets the latent baseline exceed the ceiling", () => {
    expect(scoresOf(truthWith({ baseline: 12, days: [-1] }))).toEqual([10]);
  });

  it("measures relief from the scale's minimum", () => {
    const scale = { minimum: 20, maximum: 120, step: 1 };
    const whole = { day: 0, doseGPerKg: 2, parameters: [1, 1e-6, 500, 1] };
    expect(scoresOf(truthWith({ scale, baseline: 100, courses: [whole], days: [1] }))).toEqual([20]);
  });

  it("sorts scores and courses by time without touching the truth", () => {
    const courses = [90, 0].map((day) => ({ day, doseGPerKg: 2, parameters: TYPICAL }));
    const truth = truthWith({ courses, days: [100, -3, 14] });
    const patient = simulatePatient(truth, { seed: 1 });
    expect(patient.scores.map(({ day }) => day)).toEqual([-3, 14, 100]);
    expect(patient.scores.map(({ coursesBefore }) => coursesBefore)).toEqual([0, 1, 2]);
    expect(patient.courses.map(({ day }) => day)).toEqual([0, 90]);
    expect(truth.days).toEqual([100, -3, 14]);
    expect(patientSchema.parse(patient)).toEqual(patient);
  });

  it("takes another relief curve", () => {
    const half = { ...plateau, relief: () => 0.5 };
    const { scores } = simulatePatient(truthWith({ baseline: 8 }), { seed: 1, model: half });
    expect(scores.map(({ lower }) => lower)).toEqual([8, 8, 4, 4, 4, 4, 4, 4]);
  });

  it.each([
    ["a negative residual standard deviation", { residualSd: -1 }, /residualSd must be 0 or more, got -1/],
    ["a baseline that is not a number", { baseline: Number.NaN }, /baseline must be at least .* got NaN/],
    [
      "a course's baseline below the scale",
      { courses: [{ day: 0, doseGPerKg: 2, parameters: TYPICAL, baseline: -1 }] },
      /baseline must be at least .* got -1/,
    ],
    [
      "a course that lacks a parameter",
      { courses: [{ day: 0, doseGPerKg: 2, parameters: [0.8] }] },
      /"plateau" needs relief, onsetHalfTime, T50, wearOffDuration of each course, got 1 numbers/,
    ],
  ])("refuses %s", (_, changes, message) => {
    expect(() => simulatePatient(truthWith(changes), { seed: 1 })).toThrow(message);
    expect(() => simulatePatient(truthWith(changes), { seed: 1 })).toThrow(RangeError);
  });
});
