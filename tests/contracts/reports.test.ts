import { beforeAll, describe, expect, it } from "vitest";
import * as schemas from "../../src/schema/index.ts";
import { activeMarkdown, activeMarkup } from "../helpers/hostile-text.ts";
import { type NamedCommand, namedCommands } from "../helpers/named-commands.ts";
import { runCli } from "../helpers/run-cli.ts";

/** What every report must have, by the ids of its sections. */
const PARTS = ["data", "unknown", "assumptions", "methods", "reproduction"];

/** Pages that no picture belongs to. */
const TABLES_ONLY = ["evidence"];
/** Pages that rest on no published method. */
const WITHOUT_SOURCES = ["evidence"];

const name = (n: number): string => `Name ${n}`;

interface Made {
  kind: string;
  provenance?: { version: string; seed: number | null; options: object; command?: string };
}

const shapes = Object.entries(schemas).flatMap(([exported, schema]) =>
  exported.endsWith("Schema") ? [schema as { safeParse(value: unknown): { success: boolean } }] : [],
);

/** Words of a command line as a shell reads them. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/(?:'[^']*'|\\'|[^\s'\\])+/gu)].map(([word]) =>
    word.replace(/'([^']*)'|\\'/gu, (_, inner?: string) => inner ?? "'"),
  );
}

async function written({ argv, input }: NamedCommand, format: string): Promise<string> {
  const { code, stdout, stderr } = await runCli([...argv(name), "--format", format], input(name));
  expect([code, stderr]).toEqual([0, expect.anything()]);
  return stdout;
}

describe.each(namedCommands)("the report of $page", (command) => {
  let [html, markdown] = ["", ""];
  let results: Made[] = [];
  beforeAll(async () => {
    html = await written(command, "html");
    markdown = await written(command, "markdown");
    results = JSON.parse(await written(command, "json"));
  }, 120_000);

  it("asks a question and answers it", () => {
    expect(html).toMatch(/<p class="(?:question)">[A-Z][^<]*\?<\/p>/u);
    expect(html).toMatch(/<p class="answer">.+<\/p>/u);
    expect(markdown).toMatch(/^# .+\n\n\*[A-Z].*\?\*\n\n\S/u);
  });

  it.each(PARTS)("has the part %s", (part) => {
    expect(html.match(new RegExp(`<section id="${part}">`, "gu"))).toHaveLength(1);
    const heading = new RegExp(`<section id="${part}">\\s*<h2>([^<]*)</h2>`, "u").exec(html)![1]!;
    const text = heading.replaceAll("&#39;", "'").replaceAll("&amp;", "&");
    expect(markdown.split("\n")).toContain(`## ${text}`);
  });

  it("has tables, and its picture or a word of it", () => {
    expect(html).toContain("<table");
    expect(markdown).toMatch(/^\| --- /mu);
    const hasPicture = !TABLES_ONLY.includes(command.page);
    expect(html.includes("<svg")).toBe(hasPicture);
    expect(/^Picture, which --format svg draws: \S/mu.test(markdown)).toBe(hasPicture);
  });

  it("cites what its methods paragraph rests on, each number once", () => {
    const paragraph = /<section id="methods">[\s\S]*?<p>([\s\S]*?)<\/p>/u.exec(html)![1]!;
    const numbers = [...paragraph.matchAll(/\[([\d,]+)\]/gu)].flatMap(([, list]) =>
      list!.split(",").map(Number),
    );
    const rows = /<section id="methods">[\s\S]*?<\/section>/u.exec(html)![0].match(/<tr>/gu)?.length ?? 1;
    expect(new Set(numbers).size).toBe(rows - 1);
    expect(Math.max(0, ...numbers)).toBe(rows - 1);
    expect(numbers.length > 0).toBe(!WITHOUT_SOURCES.includes(command.page));
    expect(paragraph).toMatch(/Computed with nof1 \d+\.\d+\.\d+/u);
  });

  it("is an array of results as JSON, each of a known shape", () => {
    expect(Array.isArray(results)).toBe(true);
    expect(results.length).toBeGreaterThan(0);
    for (const result of results) {
      expect([result.kind, shapes.some((shape) => shape.safeParse(result).success)]).toEqual([
        result.kind,
        true,
      ]);
      expect(result.provenance).toMatchObject({ package: "nof1", version: expect.any(String) });
    }
  });

  it("says by which command it is made again, and is", async () => {
    const { command: line, seed } = results[0]!.provenance!;
    const words = wordsOf(line!);
    expect(words[0]).toBe("nof1");
    if (seed !== null) expect(words).toContain("--seed");
    const shown = /<pre><code>([\s\S]*?)<\/code><\/pre>/u.exec(html)![1]!;
    expect(shown.startsWith("nof1 ")).toBe(true);
    expect(markdown).toMatch(/\n```sh\nnof1 [^\n]+\n```/u);
    const again = await runCli([...words.slice(1), "--format", "json"], command.input(name));
    const without = (made: Made[]): unknown =>
      JSON.parse(JSON.stringify(made), (key, value) => (key === "command" ? undefined : value));
    expect(without(JSON.parse(again.stdout))).toEqual(without(results));
  }, 60_000);

  it("holds no word of a machine, and nothing that runs", () => {
    for (const text of [html.replace(/<(?:svg|style)[\s\S]*?<\/(?:svg|style)>/gu, ""), markdown])
      expect(text).not.toMatch(/\b(?:NaN|Infinity|undefined|null)\b|\[object|−0(?![.\d])|\de[+-]\d/u);
    expect(activeMarkdown(markdown)).toEqual([]);
    expect(activeMarkup(html)).toEqual([]);
  });
});
