import { hartungKnapp } from "./hartung-knapp.ts";
import { hartungKnappFloored } from "./hartung-knapp-floored.ts";
import { henmiCopas } from "./henmi-copas.ts";
import { kenwardRoger } from "./kenward-roger.ts";
import type { MeanInterval } from "./mean-interval.ts";
import { normalInterval } from "./normal-interval.ts";
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

export type { MeanEstimate, MeanInterval } from "./mean-interval.ts";
export { hartungKnapp, hartungKnappFloored, henmiCopas, kenwardRoger, normalInterval, studentTInterval };
