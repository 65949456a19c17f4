import { EstimationError, InputError } from "../errors.ts";
import { mean } from "../math/descriptive/mean.ts";
import type { RelapseRow } from "../schema/relapse.ts";

/** One number that may change the time to relapse, centred on its mean. */
export interface RelapseCovariate {
  /** Name in results, such as `dose`. */
  name: string;
  /** Name of its time ratio for people. */
  label: string;
  /** One for each row. */
  centered: Float64Array;
  mean: number;
  /** Standard deviation over the rows, as of a whole population. */
  spread: number;
}

/** How many different course numbers a trend needs. */
const FEWEST_COURSES = 3;

function covariate(name: string, label: string, values: readonly number[]): RelapseCovariate {
  const average = mean(values);
  const centered = Float64Array.from(values, (value) => value - average);
  const spread = Math.sqrt(centered.reduce((sum, v) => sum + v * v, 0) / values.length);
  if (!(spread > 0)) {
    throw new EstimationError(
      "not-identifiable",
      `Cannot estimate the effect of "${name}": needs rows that differ in it, got ${values[0]} in each of ${values.length}`,
    );
  }
  return { name, label, centered, mean: average, spread };
}

/**
 * The covariates asked for, in their order, and the number of the course last where a trend is.
 *
 * @throws {InputError} with each row that lacks one.
 * @throws {EstimationError} `not-identifiable` where all rows have the same value; `too-few-observations` for a trend over
 * fewer than 3 courses.
 */
export function relapseCovariates(
  rows: readonly RelapseRow[],
  names: readonly string[],
  trend: boolean,
): RelapseCovariate[] {
  const columns = [...names.map(column), ...(trend ? [courseNumber] : [])];
  const issues = columns.flatMap(({ missing, read }) =>
    rows.flatMap((row, i) =>
      read(row) === undefined ? [{ path: "rows", row: i + 1, message: missing }] : [],
    ),
  );
  if (issues.length > 0) throw new InputError(issues);
  if (trend) requireCourses(rows);
  return columns.map(({ name, label, read }) =>
    covariate(
      name,
      label,
      rows.map((row) => read(row)!),
    ),
  );
}

/** Where a covariate's numbers come from. */
interface Column {
  name: string;
  label: string;
  missing: string;
  read(row: RelapseRow): number | undefined;
}

function column(name: string): Column {
  return {
    name,
    label: `Time ratio for each unit of ${name}`,
    missing: `covariate ${name} is missing`,
    read: ({ covariates }) => covariates?.[name],
  };
}

const courseNumber: Column = {
  name: "trend",
  label: "Time ratio for each further course",
  missing: "course is missing, which a trend needs",
  read: ({ course }) => course,
};

function requireCourses(rows: readonly RelapseRow[]): void {
  const n = new Set(rows.map(({ course }) => course)).size;
  if (n >= FEWEST_COURSES) return;
  throw new EstimationError(
    "too-few-observations",
    `Cannot estimate a trend: needs courses of at least ${FEWEST_COURSES} different numbers, got ${n}`,
  );
}
