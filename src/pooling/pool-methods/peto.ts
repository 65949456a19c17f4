import { petoOddsRatio } from "../effect-measures/peto-odds-ratio.ts";
import { poolPeto } from "../two-groups/peto.ts";
import type { PoolMethod } from "./pool-method.ts";
import { tablesMethod } from "./tables-method.ts";

/**
 * One common odds ratio of fourfold tables by Peto: good where events are rare, groups alike and effects small.
 *
 * @see Yusuf et al. (1985), Prog Cardiovasc Dis 27:335–371, appendix. doi:10.1016/S0033-0620(85)80003-7
 */
export const peto: PoolMethod = tablesMethod({
  name: "peto",
  label: "Peto",
  reference: "Yusuf et al. (1985), doi:10.1016/S0033-0620(85)80003-7",
  measures: [petoOddsRatio],
  pool: (tables, _, level) => poolPeto(tables, level === undefined ? {} : { level }),
});
