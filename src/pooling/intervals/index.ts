import { hartungKnapp } from "../../inference/random-effects/hartung-knapp.ts";
import { hartungKnappFloored } from "../../inference/random-effects/hartung-knapp-floored.ts";
import type { MeanInterval } from "../../inference/random-effects/mean-interval.ts";
import { normalInterval } from "../../inference/random-effects/normal-interval.ts";
import { henmiCopas } from "./henmi-copas.ts";
import { kenwardRoger } from "./kenward-roger.ts";
import { studentTInterval } from "./student-t-interval.ts";

/** Every interval for the pooled mean, the default first. */
export const meanIntervals: readonly MeanInterval[] = [
  hartungKnapp,
  hartungKnappFloored,
  normalInterval,
  studentTInterval,
  kenwardRoger,
  henmiCopas,
];

export type { MeanEstimate, MeanInterval } from "../../inference/random-effects/mean-interval.ts";
export { hartungKnapp, hartungKnappFloored, henmiCopas, kenwardRoger, normalInterval, studentTInterval };
