import { expect, it } from "vitest";
import { tableColumns } from "../../../src/read/index.ts";

it("names the columns of a CSV file, whatever stands in its rows", () => {
  expect([...tableColumns("\uFEFFpatient;lower;upper\nA;x;y;z")]).toEqual(["patient", "lower", "upper"]);
});

it("names the keys of the rows of a JSON file", () => {
  expect([...tableColumns('{"rows":[{"lower":1},{"upper":2}]}')]).toEqual(["lower", "upper"]);
});

it("names a column that heads two, and none of a text that is no table", () => {
  expect(tableColumns("lower,lower\n1,2").has("lower")).toBe(true);
  for (const text of ["", "{", "[1]", "\n\n"]) expect([...tableColumns(text)]).toEqual([]);
});
