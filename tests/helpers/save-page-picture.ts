import type { Page } from "playwright-core";

/** Saves the whole page as a picture to look at. On a busy machine Chromium now and then fails to capture a tall page: tried again. */
export async function savePagePicture(page: Page, path: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await page.screenshot({ path, fullPage: true });
      return;
    } catch (error) {
      if (attempt === 3 || !String(error).includes("Unable to capture screenshot")) throw error;
      await page.waitForTimeout(500 * attempt);
    }
  }
}
