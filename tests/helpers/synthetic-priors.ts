import type { ResponseResult } from "../../src/schema/index.ts";

/** The default priors as a result of that many courses lists them. */
export function priorsOf(nCourses: number): ResponseResult["priors"] {
  const prior = (parameter: string, mean: number, sd: number | null, around: string | null = null) => ({
    parameter,
    mean,
    around,
    sd,
  });
  const own = (name: string, mean: number, sd: number, spread: number) =>
    nCourses === 1
      ? [prior(name, mean, sd)]
      : [
          prior(`mean ${name}`, mean, sd),
          ...Array.from({ length: nCourses }, (_, j) => prior(`${name} ${j + 1}`, 0, spread, `mean ${name}`)),
        ];
  return {
    set: "default",
    parameters: [
      prior("baseline", 7, 2.5),
      prior("log residualSd", 0, 0.5),
      ...own("logit relief", 0.4, 1.5, 0.8),
      prior("log onsetHalfTime", Math.log(4), 0.6),
      ...own("log T50", Math.log(105), 0.7, 0.3),
      prior("log wearOffDuration", Math.log(60), 0.7),
    ],
  };
}
