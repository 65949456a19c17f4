import type { Target } from "../../inference/interval-method.ts";
import { numericalGradient } from "../../math/derivatives/central-differences.ts";
import { hasOwnBaselines } from "../working-parameters.ts";
import type { CourseReader, CourseReading } from "./course-alone.ts";
import { courseQuantities } from "./course-quantities.ts";

/** A target with the name, label and unit of its row. */
export interface ResponseTarget extends Target {
  parameter: string;
  label: string;
  unit: string;
  course?: number;
  /** What has to be true for the quantity to exist, where it may not. */
  exists?: string;
}

/** A working parameter as a target of its own. */
function workingTarget(
  index: number,
  link: Target["link"],
  row: Pick<ResponseTarget, "parameter" | "label" | "unit" | "course" | "underNull">,
): ResponseTarget {
  return {
    ...row,
    link,
    evaluate(theta, gradient) {
      gradient?.fill(0);
      if (gradient) gradient[index] = 1;
      return theta[index]!;
    },
  };
}

/** Every quantity that is reported of a model: shared ones first, then each course's. */
export function responseTargets(settings: CourseReading, readers: readonly CourseReader[]): ResponseTarget[] {
  const { model, parameters } = settings;
  const own = hasOwnBaselines(parameters);
  const shared: ResponseTarget[] = [
    baselineTarget(
      parameters.baseline,
      own
        ? { parameter: "meanBaseline", label: "Baseline, typical course" }
        : { parameter: "baseline", label: "Baseline" },
    ),
  ];
  model.parameters.forEach((parameter, k) => {
    const { name, label, unit, link, withoutEffect } = parameter;
    const underNull = withoutEffect === undefined ? {} : { underNull: () => withoutEffect };
    const mean = parameters.means[k];
    if (typeof mean === "number") {
      const row = {
        parameter: `mean${name[0]!.toUpperCase()}${name.slice(1)}`,
        label: `${label}, typical course`,
        unit,
        ...underNull,
      };
      shared.push(workingTarget(mean, link, row));
    } else if (!parameter.perCourse) {
      shared.push(
        workingTarget(parameters.courses[0]![k]!, link, { parameter: name, label, unit, ...underNull }),
      );
    }
  });
  if (parameters.doseEffect !== null) {
    const row = { parameter: "doseEffect", label: "Factor for each doubling of the dose", unit: "ratio" };
    shared.push(workingTarget(parameters.doseEffect, "log", row));
  }
  shared.push(
    workingTarget(parameters.residualSd, "log", {
      parameter: "residualSd",
      label: "Scatter of the scores (σ)",
      unit: "score",
      underNull: (theta) => Math.exp(theta[parameters.residualSd]!),
    }),
  );
  const hasEffect = model.parameters.length > 0;
  const ofCourses = parameters.reported.flatMap((j) => [
    ...(own ? [baselineTarget(parameters.baselines[j]!, courseBaseline(j))] : []),
    ...(hasEffect ? courseTargets(settings, readers[j]!, j) : []),
  ]);
  return [...shared, ...ofCourses];
}

/** A score without treatment, which is there without an effect, too. */
function baselineTarget(
  index: number,
  row: Pick<ResponseTarget, "parameter" | "label" | "course">,
): ResponseTarget {
  return workingTarget(index, "identity", { ...row, unit: "score", underNull: (theta) => theta[index]! });
}

function courseBaseline(j: number): Pick<ResponseTarget, "parameter" | "label" | "course"> {
  return { parameter: "baseline", label: "Baseline", course: j + 1 };
}

function courseTargets(settings: CourseReading, read: CourseReader, j: number): ResponseTarget[] {
  const { model, parameters } = settings;
  const indices = parameters.courses[j]!;
  const course = j + 1;
  const own = model.parameters.flatMap((parameter, k) => {
    if (!parameter.perCourse) return [];
    const { name, label, unit, link, withoutEffect } = parameter;
    const row = { parameter: name, label, unit, course };
    const underNull = withoutEffect === undefined ? {} : { underNull: () => withoutEffect };
    return [workingTarget(indices[k]!, link, { ...row, ...underNull })];
  });
  const landmarks = model.landmarks.map(
    (landmark): ResponseTarget => ({
      parameter: landmark.parameter,
      label: landmark.label,
      unit: "day",
      course,
      link: "identity",
      evaluate(theta, gradient) {
        const value = (x: ArrayLike<number>): number => landmark.value(read(x).parameters);
        gradient?.set(numericalGradient(value, Float64Array.from(theta)) ?? []);
        return value(theta);
      },
    }),
  );
  return [...own, ...landmarks, ...curveTargets(settings, read, j)];
}

/** The quantities derived from the curve of one course alone. */
function curveTargets(reading: CourseReading, read: CourseReader, j: number): ResponseTarget[] {
  const indices = reading.parameters.courses[j]!;
  const slopes = { byCurve: new Float64Array(indices.length), byBaseline: 0 };
  return courseQuantities.map(({ parameter, label, unit, link, exists, withoutEffect, evaluate }) => ({
    parameter,
    label: label(reading.horizon),
    unit,
    course: j + 1,
    link,
    evaluate(theta, gradient) {
      const value = evaluate(read(theta), gradient && slopes);
      if (value === null || !gradient) return value;
      gradient.fill(0);
      for (let k = 0; k < indices.length; k++) gradient[indices[k]!] = slopes.byCurve[k]!;
      gradient[reading.parameters.baselines[j]!]! += slopes.byBaseline;
      return value;
    },
    ...(withoutEffect !== undefined && { underNull: () => withoutEffect }),
    ...(exists !== undefined && { exists }),
  }));
}
