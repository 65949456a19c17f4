import { describe, expect, it } from "vitest";
import {
  activeCsv,
  activeJson,
  activeMarkdown,
  activeMarkup,
  activeText,
  hostileNames,
} from "../helpers/hostile-text.ts";
import { type NamedCommand, namedCommands } from "../helpers/named-commands.ts";
import { runCli } from "../helpers/run-cli.ts";

/** How each format is searched for what is more than text. */
const searches: readonly [string, (written: string) => string[]][] = [
  ["table", activeText],
  ["csv", activeCsv],
  ["markdown", activeMarkdown],
  ["html", activeMarkup],
  ["svg", activeMarkup],
  ["json", activeJson],
];

/** What the command writes; null where it has no picture. */
async function write({ argv, input }: NamedCommand, format: string): Promise<string | null> {
  const flags = [...argv(hostileNames), "--format", format];
  const { code, stdout, stderr } = await runCli(flags, input(hostileNames));
  if (/no picture of/u.test(stderr)) return null;
  expect([code, stderr.slice(0, 400)]).toEqual([0, expect.anything()]);
  return stdout;
}

describe.each(namedCommands.filter(({ named }) => named))("$page, of hostile names", (command) => {
  it.each(searches.filter(([format]) => !command.slow || format === "html" || format === "markdown"))(
    "as %s, holds them as text",
    async (format, search) => {
      const written = await write(command, format);
      if (format === "html") expect(written).toContain("alert(1)");
      if (written !== null) expect(search(written)).toEqual([]);
    },
  );
});

describe("the search for what is more than text", () => {
  it("finds it in markup", () => {
    expect(activeMarkup("<p>a</p>")).toEqual([]);
    for (const bad of [
      "<script>x</script>",
      "<p><img src=x onerror=alert(1)>",
      '<p class="a" onclick="b">',
      "<p>\u202ea</p>",
      "<p>\u0000</p>",
      '<a href="javascript:x">a</a>',
      "<p>1 < 2</p>",
    ])
      expect([bad, activeMarkup(bad)]).not.toEqual([bad, []]);
  });

  it("finds it in Markdown, CSV and plain text", () => {
    expect(activeMarkdown("a \\<b\\> \\[x\\](y)\n")).toEqual([]);
    for (const bad of ["[x](y)", "<b>", "# injected", "| a | b |\n| --- | --- |\n| a | b | c |", "\u202e"])
      expect([bad, activeMarkdown(bad)]).not.toEqual([bad, []]);
    expect(activeCsv("a,-1,1e-9\n'=b,2,3\n")).toEqual([]);
    for (const bad of ["=a,1\n", "@a\n", "\uff1da\n", "+a\n", '"\t=1"\n'])
      expect(activeCsv(bad)).not.toEqual([]);
    for (const bad of ["\u001b[31m", "\u202e", "a\n# injected"]) expect(activeText(bad)).not.toEqual([]);
  });
});
