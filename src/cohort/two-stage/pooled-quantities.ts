import type { Target } from "../../inference/interval-method.ts";

/** What is pooled: the row of a typical course where a patient has one, else the rows of the courses. */
export interface PooledQuantity {
  parameter: string;
  typicalCourse?: string;
  link: Target["link"];
  /** Whether it is pooled together with others, too. */
  together: boolean;
}

/** Relief, how long it lasts, and its area. Best relief follows relief too closely to be pooled with it. */
export const pooledQuantities: readonly PooledQuantity[] = [
  { parameter: "relief", typicalCourse: "meanRelief", link: "logit", together: true },
  { parameter: "T50", typicalCourse: "meanT50", link: "log", together: true },
  { parameter: "bestRelief", link: "logit", together: false },
  { parameter: "relapseDay", link: "log", together: true },
  { parameter: "reliefDays", link: "log", together: true },
];
