import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type TrialChecklist, trialChecklistSchema } from "../../src/schema/trial-checklist.ts";
import { inFolder, runCli } from "../helpers/run-cli.ts";

const pairs = `block,period,treatment,score
1,1,saline,7
1,2,IVIG,3
2,3,IVIG,2
2,4,saline,6
`;
const basic = ["trial", "-", "--design", "randomized-pairs", "--improvement", "decrease"];
const planned = [
  "design",
  "randomized-pairs",
  "--treatments",
  "saline,IVIG",
  "--n-pairs",
  "4",
  "--seed",
  "1",
];

async function checklistOf(argv: readonly string[], text = ""): Promise<TrialChecklist> {
  const { code, stdout, stderr } = await runCli([...argv, "--checklist", "--format", "json"], text);
  expect([code, stderr]).toEqual([0, ""]);
  return trialChecklistSchema.parse(JSON.parse(stdout)[1]);
}

describe("nof1 trial --checklist", () => {
  it("holds the result against the 44 sub-items of CENT 2015", async () => {
    const { guideline, items } = await checklistOf(basic, pairs);
    expect(guideline).toBe("CENT 2015");
    expect(items).toHaveLength(44);
    expect(new Set(items.map(({ item }) => item.replace(/[a-z].*$/u, "")))).toHaveProperty("size", 25);
    for (const { item, answer, toWrite, status } of items)
      expect([answer === null, toWrite === null], item).toEqual([
        status === "to-write",
        status === "answered" || status === "not-applicable",
      ]);
    const of = (item: string) => items.find((row) => row.item === item)!;
    expect(of("16")).toMatchObject({
      status: "answered",
      answer: "2 periods of saline with 2 scores; 2 periods of IVIG with 2 scores.",
    });
    expect(of("8c").answer).toContain("saline, IVIG, IVIG, saline");
    expect(of("25").status).toBe("to-write");
    expect(of("19").status).toBe("to-write");
    expect(of("12b").status).toBe("not-applicable");
  });

  it("answers harms from the adverse events of the file", async () => {
    const told = pairs
      .split("\n")
      .map((line, i) => (line === "" ? line : `${line},${i === 0 ? "adverse_events" : i % 2}`));
    const { items } = await checklistOf(basic, told.join("\n"));
    expect(items.find(({ item }) => item === "19")!.answer).toMatch(/Counted: 1 under IVIG, 1 under saline/u);
  });

  it("stands on every page, and in table and Markdown where it was asked for", async () => {
    const { stdout: page } = await runCli([...basic, "--format", "html"], pairs);
    expect(page).toContain("Reporting checklist: CENT 2015");
    expect(page).toContain("Methods, ready to paste");
    for (const format of ["table", "markdown"]) {
      const without = await runCli([...basic, "--format", format], pairs);
      expect(without.stdout, format).not.toContain("Reporting checklist");
      const { code, stdout } = await runCli([...basic, "--format", format, "--checklist"], pairs);
      expect(code).toBe(0);
      expect(stdout, format).toMatch(/Reporting checklist: CENT 2015[\s\S]*25 Funding/u);
    }
  });

  it.each([["csv"], ["svg"]])("is refused with --format %s, which holds no words", async (format) => {
    const { code, stderr } = await runCli([...basic, "--checklist", "--format", format], pairs);
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining(`--checklist: --format ${format} holds no words`),
    ]);
  });
});

describe("nof1 trial says in plain words whether it was enough", () => {
  const uneven = `${pairs.replace("2,IVIG,3", "2,IVIG,6")}3,5,saline,9\n3,6,IVIG,3\n`;
  const enough = async (...flags: string[]): Promise<string> =>
    (await runCli([...basic, "--level", "0.5", ...flags], uneven)).stdout;

  it("yes, no, or that it cannot be said", async () => {
    expect(await enough("--threshold", "1")).toContain("Was it enough? Yes");
    expect(await enough("--threshold", "9")).toContain("Was it enough? No");
    expect(await enough("--threshold", "4")).toContain("Was it enough? That cannot be said yet");
    expect(await enough()).toContain("No least difference that matters to you was named");
  });
});

describe("nof1 design --checklist", () => {
  it("holds the plan against the 51 sub-items of SPIRIT, as SPENT extends them, without telling the order", async () => {
    const checklist = await checklistOf([...planned, "--improvement", "decrease", "--threshold", "2"]);
    expect(checklist.guideline).toBe("SPENT 2019");
    expect(checklist.items).toHaveLength(51);
    const of = (item: string) => checklist.items.find((row) => row.item === item)!;
    expect(of("14").answer).toContain("16 assignments");
    expect(of("20a").answer).toContain("least effect that matters 2");
    expect(JSON.stringify(checklist)).not.toMatch(/saline, IVIG, IVIG|IVIG, saline, saline/u);
    expect((await checklistOf(planned)).items.find(({ item }) => item === "20a")!.status).toBe("to-write");
  });

  it("stands on the page, and in the blinded folder of a planned trial", async () => {
    const { stdout } = await runCli([...planned, "--format", "html"]);
    expect(stdout).toContain("Reporting checklist: SPENT 2019");
    await inFolder(async (folder) => {
      const out = join(folder, "trial");
      expect((await runCli([...planned, "--improvement", "decrease", "-o", out])).code).toBe(0);
      expect(readFileSync(join(out, "blinded", "protocol-checklist.md"), "utf8")).toContain("SPENT 2019");
    });
  });

  it("says what must be added before a plan can be written", async () => {
    const { code, stderr } = await runCli([...planned, "-o", "x"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/add --improvement decrease where lower scores are better/u);
  });
});
