import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PackedPackage, packedPackage } from "../helpers/packed-package.ts";
import { toolPath } from "../helpers/tools.ts";

const compilers = [
  ["5.9", toolPath("TypeScript 5.9")],
  ["6.0", toolPath("TypeScript 6.0")],
  ["7.0", join(createRequire(import.meta.url).resolve("typescript/package.json"), "../bin/tsc")],
] as const;
/** Every declaration is checked once for each compiler; that bundlers find them, once more. */
const resolutions = [
  { module: "nodenext", moduleResolution: "nodenext", skipLibCheck: false },
  { module: "esnext", moduleResolution: "bundler", skipLibCheck: true },
];
const cases = compilers.flatMap(([version, tsc]) =>
  resolutions.map((resolution) => ({ version, tsc, ...resolution })),
);
/** A user who checks everything, in a project for browsers. */
const STRICT = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  noEmit: true,
  target: "es2022",
  lib: ["es2023", "dom"],
  types: [],
};
const USE = `import { fitResponse, type Patient, poolEstimates, type ResponseResult, readPatients } from "nof1";
import { responseCurveChart, toSvg, type VegaLiteSpec } from "nof1/charts";
import { kizawa2006, morozumi2009 } from "nof1/datasets";
import { profile } from "nof1/inference";
import { studentT } from "nof1/math";
import { plateau, type ResponseModel } from "nof1/response";
import { patientSchema } from "nof1/schema";
const model: ResponseModel = plateau;
const patient: Patient = readPatients("day,score")[0] ?? kizawa2006;
const result: ResponseResult = fitResponse(patient, { model, interval: profile, level: 0.9 });
const spec: VegaLiteSpec = responseCurveChart(result);
export const svg: Promise<string> = toSvg(spec);
export const upper: number | null = result.estimates[0]!.upper;
export const pooled: number | null = poolEstimates([{ estimate: 1, variance: 2 }]).estimates[0]!.estimate;
export const mean: number | undefined = morozumi2009.relief.mean;
export const tail: number = studentT.survival(2, 3);
export const valid: boolean = patientSchema.safeParse(patient).success;
// @ts-expect-error a level is a number
fitResponse(patient, { level: "95 %" });
`;
let packed: PackedPackage;
beforeAll(() => {
  packed = packedPackage();
  const { exports } = JSON.parse(readFileSync("package.json", "utf8"));
  const all = Object.entries<{ types?: string }>(exports)
    .filter(([, { types }]) => types !== undefined)
    .map(
      ([subpath], i) =>
        `import * as all${i} from "nof1${subpath.slice(1)}";\nexport const names${i}: object = all${i};`,
    );
  const write = (name: string, text: string): void => writeFileSync(join(packed.project, name), text);
  write("package.json", '{ "type": "module" }');
  write("use.ts", USE);
  write("all.ts", `${all.join("\n")}\n`);
}, 120_000);
afterAll(() => packed && rmSync(packed.project, { recursive: true, force: true }), 60_000);

describe("the package's declarations, checked through and through", () => {
  it.each(cases)(
    "hold under TypeScript $version with $moduleResolution",
    ({ tsc, ...options }) => {
      if (tsc === null) return;
      const { version, ...resolution } = options;
      const config = { compilerOptions: { ...STRICT, ...resolution }, files: ["use.ts", "all.ts"] };
      const name = `tsconfig-${version}-${resolution.moduleResolution}.json`;
      writeFileSync(join(packed.project, name), JSON.stringify(config));
      const { status, stdout } = spawnSync(process.execPath, [tsc, "-p", name, "--pretty", "false"], {
        cwd: packed.project,
        encoding: "utf8",
      });
      expect(stdout.split("\n").slice(0, 12).join("\n")).toBe("");
      expect(status).toBe(0);
    },
    180_000,
  );
});
