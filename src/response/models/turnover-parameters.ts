import type { CurveParameter, Landmark } from "../response-model.ts";
import { asymptote, halfLost, onsetHalfTime, wearOffDuration } from "./curve-parameters.ts";
import { wearOffLandmarks } from "./logistic-wear-off.ts";
import type { TurnoverSetting } from "./turnover-relief.ts";

/** Parameters of a turnover: relief follows the action of the treatment with a delay, which T50 and D don't contain. */
export const turnoverParameters: readonly CurveParameter[] = [
  { ...asymptote, label: "Relief under a lasting full action (R)" },
  { ...onsetHalfTime, label: "Turnover half-time of the pain (h)" },
  { ...halfLost, label: "Half of the action lost (T50)" },
  { ...wearOffDuration, label: "Action wears off from 90 % to 10 % (D)" },
];

/** T10 and T90 of the action. */
export const turnoverLandmarks: readonly Landmark[] = wearOffLandmarks.map((landmark) => ({
  ...landmark,
  label: landmark.label.replace("Relief", "Action"),
}));

/** The setting of a turnover that the natural parameters mean. */
export function turnoverSetting(p: ArrayLike<number>, loss: number): TurnoverSetting {
  return { loss, halfTime: p[1]!, T50: p[2]!, duration: p[3]! };
}
