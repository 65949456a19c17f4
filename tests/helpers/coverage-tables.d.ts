/** The reader of the published calibration, which is plain JavaScript. */
declare module "*/scripts/calibration/coverage-tables.mjs" {
  export function coverageCells(
    text: string,
    limits: (held: number, n: number) => [number, number],
  ): import("../../src/schema/index.ts").CalibrationCell[];
}
