import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdir, readFile, rm } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { missingCharacters, toPng } from "../../src/cli/png.ts";
import { toSvg } from "../../src/render/charts/index.ts";
import { responseCurveChart } from "../../src/render/charts/response-curve.ts";
import { responseFixtures } from "../helpers/response-fixtures.ts";
import { runCli } from "../helpers/run-cli.ts";

/** Width and height in pixels, from the header of the file. @see PNG (ISO/IEC 15948:2004), section 11.2.2. */
function sizeOf(png: Uint8Array): [number, number] {
  const view = new DataView(png.buffer, png.byteOffset);
  expect([...png.subarray(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
  return [view.getUint32(16), view.getUint32(20)];
}

const svg = await toSvg(responseCurveChart(responseFixtures.kizawa!));
const file = "day,score,dose_g_per_kg\n0,9,2\n14,2,\n60,3,\n100,6,\n150,9,\n";

describe("toPng", () => {
  it("draws 1 to 4 pixels for each unit of the picture", async () => {
    const [width, height] = sizeOf(await toPng(svg, 1));
    for (const ratio of [2, 3, 4]) {
      const [w, h] = sizeOf(await toPng(svg, ratio));
      expect(Math.abs(w - ratio * width)).toBeLessThanOrEqual(ratio);
      expect(Math.abs(h - ratio * height)).toBeLessThanOrEqual(ratio);
    }
  });

  it("gives the same bytes every time", async () => {
    expect(Buffer.compare(await toPng(svg), await toPng(svg))).toBe(0);
  });

  it("draws the words, in both weights, with the fonts of the package alone", async () => {
    const line = (weight: number, text: string): string =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="30"><text x="5" y="20" font-family="Inter, sans-serif" font-size="14" font-weight="${weight}" fill="#000">${text}</text></svg>`;
    const drawn = (weight: number, text: string): Promise<Uint8Array> => toPng(line(weight, text), 1);
    const [nothing, word, other, bold] = await Promise.all([
      drawn(400, ""),
      drawn(400, "relapse"),
      drawn(400, "relief"),
      drawn(600, "relapse"),
    ]);
    const pictures = [nothing, word, other, bold].map((png) => Buffer.from(png).toString("base64"));
    expect(new Set(pictures).size).toBe(4);
    for (const letter of "φτ²√µ–−≥≤…ßé")
      expect(Buffer.compare(await drawn(400, letter), nothing), letter).not.toBe(0);
  });
});

describe("missingCharacters", () => {
  const line = (text: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="30"><title>題</title><text x="5" y="20" font-family="Inter, sans-serif" font-size="14">${text}</text></svg>`;

  it("names the characters that come out as boxes, each once, and what to do", async () => {
    expect(await missingCharacters(line("山田 <tspan>太郎, 山 &amp; שלום</tspan>"))).toBe(
      "the font of PNG pictures does not have these characters: 山 田 太 郎 ש ל ו ם. They are drawn as boxes; --format svg is drawn with the reader's own fonts",
    );
    expect(await missingCharacters(line("P 山"))).toBe(
      "the font of PNG pictures does not have this character: 山. It is drawn as a box; --format svg is drawn with the reader's own fonts",
    );
  });

  it("counts those beyond the tenth", async () => {
    expect(await missingCharacters(line("いろはにほへとちりぬるを"))).toContain("り ぬ and 2 more. They");
  });

  it("says nothing of words that are drawn: whole letters, letters put together, and what no font draws", async () => {
    expect(await missingCharacters(line("Łódź Ж Ψ φτ²√µ–−≥≤…ßé e\u0301 q\u0323 ệ"))).toBeNull();
    expect(await missingCharacters(line("a\u00adb\u200bc\u200dd\ufe0f\u3000e\n"))).toBeNull();
    expect(await missingCharacters(svg)).toBeNull();
  });

  it("calls missing what the picture shows as the box of a character that nobody has, and nothing else", async () => {
    const [box, other] = await Promise.all([toPng(line("\u{ffff0}"), 1), toPng(line("\u{ffff1}"), 1)]);
    expect(Buffer.compare(box, other)).toBe(0);
    for (const character of "aßЖΩ₂⁻→≥™ệ山שمกहत😀𝒳\ufffd⅓⏱")
      expect((await missingCharacters(line(character))) !== null, character).toBe(
        Buffer.compare(await toPng(line(character), 1), box) === 0,
      );
  });
});

describe("--format png", () => {
  const named = `patient,${file.replaceAll("\n", "\n山田 太郎,").slice(0, -"山田 太郎,".length)}`;
  const args = ["response", "-", "--interval", "wald", "--format"];

  it("says which characters of a name come out as boxes, and writes the picture all the same", async () => {
    const { code, stderr, bytes } = await runCli([...args, "png"], named);
    expect([code, stderr]).toEqual([
      0,
      "nof1: the font of PNG pictures does not have these characters: 山 田 太 郎. They are drawn as boxes; --format svg is drawn with the reader's own fonts\n",
    ]);
    expect([...bytes.subarray(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
    expect(sizeOf(bytes)[0]).toBeGreaterThan(1000);
  });

  it("says nothing of it with --quiet, and where another format is written", async () => {
    expect((await runCli([...args, "png", "--quiet"], named)).stderr).toBe("");
    expect((await runCli([...args, "svg"], named)).stderr).toBe("");
    expect((await runCli([...args, "png"], file)).stderr).toBe("");
  });

  it("says it of every command's pictures", async () => {
    const series = "series,events,n\n山,3,9\nB,4,8\n";
    const { code, stderr } = await runCli(["pool", "-", "--measure", "PLO", "--format", "png"], series);
    expect(code).toBe(0);
    expect(stderr).toContain("this character: 山. It is drawn as a box");
  });
});

describe("--pixel-ratio", () => {
  it("sets the size of a PNG", async () => {
    await mkdir(".test-output", { recursive: true });
    const write = async (ratio: string): Promise<[number, number]> => {
      const path = `.test-output/pixel-ratio-${ratio}.png`;
      await rm(path, { force: true });
      const args = ["response", "-", "--interval", "wald", "--format", "png"];
      const { code, stderr } = await runCli([...args, "--pixel-ratio", ratio, "-o", path], file);
      expect([code, stderr]).toEqual([0, ""]);
      return sizeOf(await readFile(path));
    };
    const [one, four] = [await write("1"), await write("4")];
    expect(four[0]).toBe(4 * one[0]);
  });

  it.each(["0", "0.5", "4.5", "NaN", "", "two"])("refuses %o", async (ratio) => {
    const { code, stderr } = await runCli(["response", "-", "--format", "png", "--pixel-ratio", ratio], file);
    expect(code).toBe(2);
    expect(stderr).toContain(`a number from 1 to 4 is needed, got "${ratio}"`);
  });

  it("and --theme are refused where no such picture is written", async () => {
    const ratio = await runCli(["response", "-", "--format", "svg", "--pixel-ratio", "2"], file);
    expect([ratio.code, ratio.stderr]).toEqual([2, "nof1: --pixel-ratio: needs --format png, got svg\n"]);
    const theme = await runCli(["response", "-", "--theme", "print"], file);
    expect(theme.code).toBe(2);
    expect(theme.stderr).toContain("--theme: needs --format svg, png, vega or markdown, got table");
  });
});

describe("--theme print", () => {
  it("draws in greys alone", async () => {
    const args = ["response", "-", "--interval", "wald", "--format", "svg", "--theme", "print"];
    const { code, stdout } = await runCli(args, file);
    expect(code).toBe(0);
    const colors = [...new Set(stdout.match(/#[0-9a-f]{6}\b/giu))];
    expect(colors.length).toBeGreaterThan(3);
    for (const hex of colors) expect(hex).toMatch(/^#(..)\1\1$/iu);
  });
});

describe("the fonts", () => {
  it("are packed with their licence, the Open Font Licence", () => {
    expect(readFileSync("assets/fonts/LICENSE_FONT", "utf8")).toContain("SIL Open Font License, Version 1.1");
    const listed = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    const [{ files }]: { files: { path: string }[] }[] = JSON.parse(listed);
    const fonts = files.map(({ path }) => path).filter((path) => path.startsWith("assets/fonts/"));
    expect(fonts.sort()).toEqual([
      "assets/fonts/Inter-Regular.ttf",
      "assets/fonts/Inter-SemiBold.ttf",
      "assets/fonts/LICENSE_FONT",
    ]);
  });
});

describe("--chart", () => {
  it("draws the profiles of a fit, and writes their numbers as JSON", async () => {
    const drawn = await runCli(
      ["response", "-", "--interval", "wald", "--chart", "profile", "--format", "svg"],
      file,
    );
    expect([drawn.code, drawn.stderr]).toEqual([0, ""]);
    expect(drawn.stdout).toContain(">Log posterior</text>");
    const written = await runCli(
      ["response", "-", "--interval", "wald", "--chart", "profile", "--format", "json"],
      file,
    );
    const kinds = JSON.parse(written.stdout).map(({ kind }: { kind: string }) => kind);
    expect(kinds).toEqual(["response", "profile-likelihood"]);
  });

  it("draws what was likely before beside what is known now, where there is a posterior", async () => {
    const drawn = await runCli(["response", "-", "--chart", "prior", "--format", "svg"], file);
    expect([drawn.code, drawn.stderr]).toEqual([0, ""]);
    expect(drawn.stdout).toContain("Before (pale) and after (dark) 5 scores");
    const refused = await runCli(
      ["response", "-", "--interval", "wald", "--chart", "prior", "--format", "svg"],
      file,
    );
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain("--chart prior: needs a posterior");
  });

  it("is refused where no picture is written", async () => {
    const { code, stderr } = await runCli(["response", "-", "--chart", "profile"], file);
    expect([code, stderr]).toEqual([2, "nof1: --chart: needs --format svg, png, vega or json, got table\n"]);
  });
});
