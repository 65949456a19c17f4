import { readFileSync } from "node:fs";
import { sourceFiles } from "./source-files.ts";

/** Exports by their name. */
export type Names = Readonly<Record<string, unknown>>;

const dist = new URL("../../dist/", import.meta.url);
const load = (path: string): Promise<Names> => import(new URL(path.replace(/\.ts$/u, ".js"), dist).href);

/** Where each exported name of `src` stands; an example may use its neighbours. */
const homes = new Map<string, string>(
  sourceFiles("src")
    .filter(({ path }) => !path.startsWith("src/cli/") && !path.endsWith("index.ts"))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/^export (?:async )?(?:function\*?|const|class) ([\w$]+)/gmu)].map(
        (match): [string, string] => [match[1]!, path.replace(/^src\//u, "")],
      ),
    ),
);

const subpaths = await Promise.all(
  Object.values<{ default?: string }>(JSON.parse(readFileSync("package.json", "utf8")).exports)
    .filter((target) => target.default?.endsWith(".js"))
    .map((target) => load(target.default!.replace("./dist/", ""))),
);
/** Every public name; that of `nof1` itself counts where a subpath has another of the same name. */
const everywhere: Names = Object.assign({}, ...[...subpaths].reverse());

const effect = (series: string, estimate: number, dose: number, paper: string, patient: string): object => {
  const moderators = { dose, paper, patient, series };
  return { series, estimate, variance: 0.2, n: 10, moderators, summary: { n: 10 } };
};
const ROWS = [
  effect("a1", 1.2, 1, "a", "1"),
  effect("a2", 0.4, 2, "a", "2"),
  effect("a3", 0.7, 2, "a", "2"),
  effect("b", 0.9, 2, "b", "3"),
  effect("c", 0.1, 3, "c", "4"),
];
const SERIES_CSV = `series,n,mean_percent,sd_percent,lower_bound,upper_bound,decimals
first,5,73.4,,0,100,1
second,8,60,20,,,
`;

const RATES_CSV = `series,events,time,events_control,time_control
first,4,100,9,110
second,7,80,12,75
`;
const DESIGN = 'randomizedPairs.design({ treatments: ["IVIG", "saline"], nPairs: 6 })';
const TEST_OPTIONS = `{ design: ${DESIGN}, improvement: "decrease" }`;
const TRIAL_OPTIONS = '{ design: randomizedPairs, improvement: "decrease" }';

/** What examples take for granted, as expressions in public names. */
const granted: Readonly<Record<string, string>> = {
  csv: '"day,score,dose_g_per_kg\\n0,10,2\\n14,2,\\n60,3,\\n100,6,\\n150,10,"',
  patient: "simulatedTypical",
  patients: "[simulatedTypical, simulatedNoisy]",
  trial: "simulatedPairs168Days",
  trials: "[simulatedPairs168Days, simulatedPairs28Days]",
  options: `(${TRIAL_OPTIONS})`,
  design: DESIGN,
  designs: `[${DESIGN}]`,
  schedule: `scheduleTrial(${DESIGN}, { seed: 1 })`,
  rows: JSON.stringify(ROWS),
  series: "ivigSeries.controlled",
  pool: "poolSeries(ivigSeries.controlled, { measure: riskRatio })",
  result: "fitResponse(simulatedTypical)",
  posteriorResult: "fitResponse(simulatedTypical)",
  priorResult: "fitResponse(simulatedTypical, { interval: prior })",
  row: "fitResponse(simulatedTypical).estimates[1]",
  stream: "randomStream(1)",
};
/** The same where a folder or file is about another question. */
const grantedIn: readonly (readonly [place: RegExp, name: string, expression: string])[] = [
  [/^render\/relapse\//u, "result", "fitRelapse(kizawa2006Relapses)"],
  [/^render\/trial\/test-words/u, "result", `randomizationTest(simulatedPairs168Days, ${TEST_OPTIONS})`],
  [/^render\/trial(?:-report)?\//u, "result", `analyzeTrial(simulatedPairs168Days, ${TRIAL_OPTIONS})`],
  [/relapse/u, "rows", "kizawa2006Relapses"],
  [/relapse-diagnostics/u, "result", "fitRelapse(kizawa2006Relapses)"],
  [/summary-pool|into-pool/u, "series", `readSeries(${JSON.stringify(SERIES_CSV)})`],
  [/poisson-normal/u, "series", `readSeries(${JSON.stringify(RATES_CSV)})`],
];

/** What an example may use. */
export interface ExampleNames {
  values: Names;
  /** True where some are made up here, so that what the example says it gives cannot be compared. */
  takesForGranted: boolean;
}

/** Names of an example: those of its own module, of `nof1`, of the subpaths, its neighbours', and what it takes for granted. */
export async function namesFor(path: string, names: readonly string[]): Promise<ExampleNames> {
  const own = path.endsWith("index.ts") ? {} : await load(path);
  const values: Record<string, unknown> = {};
  let takesForGranted = false;
  for (const name of names) {
    const home = homes.get(name);
    // What a chart is called is often also the name of the analysis that it draws.
    const nearest = path.startsWith("render/") ? [subpaths[0]!, own] : [own, subpaths[0]!];
    const known = [...nearest, everywhere].find((some) => name in some);
    if (known) values[name] = known[name];
    else if (home !== undefined) values[name] = (await load(home))[name];
    else {
      const [, , special] = grantedIn.find(([place, one]) => one === name && place.test(path)) ?? [];
      const expression = special ?? granted[name];
      if (expression === undefined) continue;
      values[name] = valueBy(expression);
      takesForGranted = true;
    }
  }
  return { values, takesForGranted };
}

function valueBy(expression: string): unknown {
  const names = Object.keys(everywhere);
  return new Function(...names, `return ${expression};`)(...names.map((name) => everywhere[name]));
}
