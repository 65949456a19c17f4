import { afterAdding } from "./agresti-coull.ts";
import { deviate, type ProportionMethod } from "./proportion-method.ts";

/**
 * "Plus four": Wald's interval after two events and two non-events were added, at any level; below about 90 % it can leave
 * out the estimate at 0 of n and n of n. Cut to [0, 1], which is said.
 *
 * @see Agresti & Coull (1998), Am Stat 52:119–126, section 3. doi:10.1080/00031305.1998.10480550
 * @example
 * agrestiPlusFour.interval(18, 22, 0.95).lower; // 0.607281612087224
 */
export const agrestiPlusFour: ProportionMethod = {
  name: "agresti-plus-four",
  label: "Agresti's plus four",
  reference: "Agresti & Coull (1998), Am Stat 52:119–126, section 3",
  guaranteed: false,
  interval: (events, n, level) => afterAdding(2, events, n, deviate(level)),
};
