import { expect, it } from "vitest";
import { evidenceTable } from "../../../../src/pooling/evidence/evidence-table.ts";
import { readSeries } from "../../../../src/read/index.ts";
import { evidenceRowSchema } from "../../../../src/schema/index.ts";

const file = `series,events,n,events_control,n_control,treatment,comparator,design,outcome,overlaps
Kizawa 2006,1,1,,,immunoglobulin,,case report,pain improved,Morozumi 2009
Morozumi 2009,5,5,,,,placebo,case series,,Kizawa 2006
Jann 2020,7,11,0,12,immunoglobulin,placebo,randomised trial,pain halved,
Geerts 2021,12,30,9,30,,,,,`;

it("lists controlled comparisons first, and calls a series without a control group alone, whatever it names", () => {
  const table = evidenceTable(readSeries(file));
  expect(table.map(({ series, comparison, controlled, n }) => [series, comparison, controlled, n])).toEqual([
    ["Jann 2020", "immunoglobulin against placebo", true, 23],
    ["Geerts 2021", "treatment against control", true, 60],
    ["Kizawa 2006", "immunoglobulin alone", false, 1],
    ["Morozumi 2009", "treatment alone", false, 5],
  ]);
  expect(table[2]).toEqual({
    series: "Kizawa 2006",
    treatment: "immunoglobulin",
    comparator: null,
    controlled: false,
    comparison: "immunoglobulin alone",
    design: "case report",
    outcome: "pain improved",
    n: 1,
    overlaps: ["Morozumi 2009"],
  });
  for (const row of table) expect(evidenceRowSchema.safeParse(row).error).toBeUndefined();
});

it("is empty where there is no series", () => {
  expect(evidenceTable([])).toEqual([]);
});
