import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdir, readFile, rm } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { toPng } from "../../src/cli/png.ts";
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
