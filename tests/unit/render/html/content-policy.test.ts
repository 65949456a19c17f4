import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { page } from "../../../../src/render/html/page.ts";
import { indexEnd, indexStart } from "../../../../src/render/index-html.ts";

const hashOf = (text: string): string => createHash("sha256").update(text).digest("base64");

/** Each directive of a page's policy with its words. */
function policyOf(html: string): Map<string, string> {
  const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/u.exec(html)![1]!;
  return new Map(
    policy.split("; ").map((part) => {
      const [name, ...words] = part.split(" ");
      return [name!, words.join(" ")];
    }),
  );
}

/** What stands between the tags of that name. */
function textsOf(html: string, tag: string): string[] {
  return [...html.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, "gu"))].map((found) => found[1]!);
}

describe("the content security policy of a page", () => {
  it("forbids everything but its own style, which it names by its digest", () => {
    const html = page("A title", "<p>Text.</p>");
    const policy = policyOf(html);
    const styles = textsOf(html, "style");
    expect(styles).toHaveLength(1);
    expect(Object.fromEntries(policy)).toEqual({
      "default-src": "'none'",
      "style-src": `'sha256-${hashOf(styles[0]!)}'`,
      "img-src": "data:",
      "base-uri": "'none'",
      "form-action": "'none'",
    });
  });

  it.each([true, false])(
    "lets an index run its own script and no other, if it is sortable: %s",
    (sortable) => {
      const columns = { pictures: true, measures: true, sortable };
      const html = indexStart(2, columns) + indexEnd(columns);
      const policy = policyOf(html);
      const scripts = textsOf(html, "script");
      expect(scripts).toHaveLength(sortable ? 1 : 0);
      expect(policy.get("script-src")).toBe(sortable ? `'sha256-${hashOf(scripts[0]!)}'` : undefined);
      expect(policy.get("style-src")).toBe(`'sha256-${hashOf(textsOf(html, "style")[0]!)}'`);
      expect(policy.get("default-src")).toBe("'none'");
    },
  );
});
