import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { describe, expect, it } from "vitest";
import { patientsCsv } from "../../helpers/batch-folder.ts";
import { inFolder, runCli } from "../../helpers/run-cli.ts";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
  existsSync(path),
);
const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"];

if (!CHROMIUM) {
  if (process.env.REQUIRE_ALL === "1") throw new Error("REQUIRE_ALL=1, but no Chromium was found");
  console.log("skipped: no Chromium");
}

describe.skipIf(!CHROMIUM)("the index of a batch in a browser", () => {
  it("is sorted by its headings and filtered by words and status, and asks only for its own pictures", async () => {
    await inFolder(async (folder) => {
      const [file, out] = [join(folder, "a.csv"), join(folder, "out")];
      writeFileSync(file, `${patientsCsv(["p10", "p9"])}weak,0,10,2\nweak,14,9,\nweak,60,9,\nlone,0,10,2\n`);
      await runCli(["report", file, "-o", out, "--interval", "wald", "--workers", "1"]);
      const browser = await chromium.launch({ executablePath: CHROMIUM!, args: FLAGS });
      try {
        const page = await browser.newPage();
        const requests: string[] = [];
        const complaints: string[] = [];
        page.on("request", (request) => requests.push(request.url()));
        page.on("console", (message) => complaints.push(message.text()));
        page.on("pageerror", (error) => complaints.push(error.message));
        await page.goto(pathToFileURL(join(out, "index.html")).href);
        const shown = () => page.locator("tbody tr:visible th").allInnerTexts();
        expect(await shown()).toEqual(["p10", "p9", "weak", "lone"]);
        await page.getByRole("button", { name: "Patient" }).click();
        expect(await shown()).toEqual(["lone", "p9", "p10", "weak"]);
        await page.getByRole("button", { name: "Patient" }).click();
        expect(await shown()).toEqual(["weak", "p10", "p9", "lone"]);
        await page.getByRole("button", { name: "Relief" }).click();
        expect((await shown()).slice(-1)).toEqual(["lone"]);
        expect((await shown())[0]).toBe("weak");
        await page.getByLabel("Status").selectOption("no answer");
        expect(await shown()).toEqual(["lone"]);
        await page.getByLabel("Status").selectOption("all");
        await page.getByLabel("Search").fill("P1");
        expect(await shown()).toEqual(["p10"]);
        const loaded = await page
          .locator("img")
          .first()
          .evaluate((picture) => (picture as unknown as { naturalWidth: number }).naturalWidth);
        expect(loaded).toBeGreaterThan(0);
        expect(complaints).toEqual([]);
        const own = pathToFileURL(out).href;
        expect(requests.filter((url) => !url.startsWith(`${own}/`))).toEqual([]);
        await page.locator("tbody tr:visible a").click();
        expect(await page.title()).toContain("p10");
      } finally {
        await browser.close();
      }
    });
  });
});
