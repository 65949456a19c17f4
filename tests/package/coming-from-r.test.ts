import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compileExample } from "../helpers/documented-examples.ts";
import { namesFor } from "../helpers/example-names.ts";
import { agreesWithComment } from "../helpers/stated-values.ts";

const page = readFileSync("docs/coming-from-r.md", "utf8");
const sections = page
  .split(/^## /mu)
  .slice(1)
  .map((text) => {
    const [, shared = ""] = /```ts\n([\s\S]*?)```/u.exec(text) ?? [];
    const lines = text.split("\n").filter((line) => line.startsWith("| `"));
    const rows = lines.map((line) => {
      const [r = "", gives = "", code = ""] = line.slice(2, -2).split(/ ?(?<!\\)\| ?/u);
      return { r, gives, codes: [...code.matchAll(/`([^`]+)`/gu)].map((match) => match[1]!) };
    });
    return { title: text.split("\n", 1)[0]!, shared, rows };
  });
const cases = sections.flatMap(({ title, shared, rows }) => rows.map((row) => ({ title, shared, ...row })));
const AsyncFunction = (async () => {}).constructor as new (
  ...parts: string[]
) => (...given: unknown[]) => Promise<void>;

describe("docs/coming-from-r.md", () => {
  it("has rows for what researchers know", () => {
    expect(cases.length).toBeGreaterThan(35);
    for (const name of ["metafor", "SingleCaseES", "scan", "drc", "survival", "nlme", "lme4", "rstan"])
      expect(
        sections.some(({ title }) => title.includes(name)),
        name,
      ).toBe(true);
  });

  it.each(cases)("$title: $r", async ({ shared, gives, codes }) => {
    expect(codes.length).toBeGreaterThan(0);
    for (const code of codes) {
      const { names, body } = compileExample(`${shared}\n${code}; // ${gives}`);
      const { values } = await namesFor("index.ts", names);
      const noted: { value: unknown; stated: string }[] = [];
      const scope = { note: (value: unknown, stated: string) => noted.push({ value, stated }), ...values };
      await new AsyncFunction(...Object.keys(scope), body)(...Object.values(scope));
      expect(noted).toHaveLength(1);
      const [{ value, stated } = { value: undefined, stated: "" }] = noted;
      expect(value).toBeDefined();
      expect(agreesWithComment(value, stated), `${String(value)}, not ${stated}`).toBe(true);
    }
  });
});
