import type { PowerScenario, TrialPowerResult, TriedDesign } from "../../schema/index.ts";
import { formatPercent } from "../format-number.ts";

type Setting = keyof PowerScenario;

const number = (value: number): string => `${value}`.replace("-", "−");

/** How each setting of a scenario is said. */
const WORDS: { [S in Setting]: (value: number) => string } = {
  nPatients: (n) => `${n} ${n === 1 ? "patient" : "patients"}`,
  effect: (value) => `effect ${number(value)}`,
  phi: (value) => `φ ${number(value)}`,
  trend: (value) => `trend ${number(value)}`,
  carryover: (value) => `carryover ${formatPercent(value)}`,
  missing: (value) => `${formatPercent(value)} missing`,
};
const SETTINGS = Object.keys(WORDS) as Setting[];

/** The settings that have more than one value in the table. */
export function varyingSettings(rows: readonly PowerScenario[]): Setting[] {
  return SETTINGS.filter((setting) => new Set(rows.map((row) => row[setting])).size > 1);
}

/** Some settings of a scenario, such as "effect 2, φ 0.3". */
export function scenarioWords(scenario: PowerScenario, settings: readonly Setting[]): string {
  return settings.map((setting) => WORDS[setting](scenario[setting])).join(", ");
}

/** What is the same in all rows; zeros that change nothing are left out. */
export function sharedWords(result: TrialPowerResult): string[] {
  const { rows, standardDeviation, effectStandardDeviation, scoresPerPeriod } = result;
  const [first] = rows;
  const varying = varyingSettings(rows);
  const same = SETTINGS.filter((setting) => !varying.includes(setting) && first![setting] !== 0);
  return [
    ...same.map((setting) => WORDS[setting](first![setting])),
    `sd ${number(standardDeviation)}`,
    ...(effectStandardDeviation === 0
      ? []
      : [`effect sd ${number(effectStandardDeviation)} between patients`]),
    ...(scoresPerPeriod === 1 ? [] : [`${scoresPerPeriod} scores a period`]),
  ];
}

/** "5 pairs" */
export function sizeWords({ size, sizeUnit }: Pick<TriedDesign, "size" | "sizeUnit">): string {
  return `${size} ${sizeUnit}${size === 1 ? "" : "s"}`;
}
