import type { PowerScenario } from "../../schema/trial-power-result.ts";
import type { PowerSetup } from "./power-options.ts";

/** Every combination of what may be true, the effect turning fastest. */
export function powerScenarios(setup: PowerSetup): PowerScenario[] {
  const { nPatients, phi, trend, carryover, missing, effect } = setup;
  const names = { nPatients, phi, trend, carryover, missing, effect };
  return Object.entries(names).reduce<PowerScenario[]>(
    (rows, [name, values]) => rows.flatMap((row) => values.map((value) => ({ ...row, [name]: value }))),
    [{ nPatients: 1, phi: 0, trend: 0, carryover: 0, missing: 0, effect: 0 }],
  );
}

/** The scenario in which the treatment does nothing, and nothing of it is carried over. */
export function withoutEffect(scenario: PowerScenario): PowerScenario {
  return { ...scenario, effect: 0, carryover: 0 };
}

/** One text for equal scenarios. */
export function scenarioKey({ nPatients, phi, trend, carryover, missing, effect }: PowerScenario): string {
  return [nPatients, phi, trend, carryover, missing, effect].join("|");
}
