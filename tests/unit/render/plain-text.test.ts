import { describe, expect, it } from "vitest";
import { displayWidth } from "../../../src/render/display-width.ts";
import { escapeHtml } from "../../../src/render/escape-html.ts";
import { escapeMarkdown } from "../../../src/render/escape-markdown.ts";
import { plainText, truncateText, withoutControls } from "../../../src/render/plain-text.ts";
import { textTable } from "../../../src/render/table.ts";

describe("plainText", () => {
  it("neutralises escapes, control characters, marks of direction and lone surrogates", () => {
    expect(plainText("a\u001b[31mb\u0007\u009b0m")).toBe("a�[31mb��0m");
    expect(plainText("P\u202e01\u2066x\u200f")).toBe("P�01�x�");
    expect(plainText("x\ud800y\uffff")).toBe("x�y�");
  });

  it("turns line breaks and tabs into a space, and keeps every other letter", () => {
    expect(plainText("a\r\nb\tc\u2028d")).toBe("a b c d");
    expect(plainText("José 患者 עברית 👩‍🔬")).toBe("José 患者 עברית 👩‍🔬");
  });

  it("leaves marks of direction to pages, which set them apart", () => {
    expect(withoutControls("a\u202eb")).toBe("a\u202eb");
  });
});

describe("truncateText", () => {
  it("cuts between characters as a reader sees them", () => {
    expect(truncateText("abcdef", 6)).toBe("abcdef");
    expect(truncateText("abcdef", 4)).toBe("abc…");
    expect(truncateText("👩‍🔬👩‍🔬👩‍🔬", 2)).toBe("👩‍🔬…");
  });
});

describe("displayWidth", () => {
  it.each([
    ["", 0],
    ["abc", 3],
    ["患者", 4],
    ["é", 1],
    ["e\u0301", 1],
    ["👩‍🔬", 2],
    ["한", 2],
    ["ｶ", 1],
    ["\u200b", 0],
  ])("of %j is %d", (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe("textTable", () => {
  it("aligns columns by what a terminal shows", () => {
    const lines = textTable([
      ["患者", "1"],
      ["P01 x", "2"],
      ["e\u0301", ""],
    ]);
    expect(lines).toEqual(["患者   1", "P01 x  2", "e\u0301"]);
  });

  it("has no lines for no rows, and keeps a cell on its line", () => {
    expect(textTable([])).toEqual([]);
    expect(textTable([["a\nb", "c"]], 2)).toEqual(["  a b  c"]);
  });
});

describe("escapeHtml", () => {
  it("leaves nothing that opens a tag, an entity or an attribute", () => {
    expect(escapeHtml(`"><img src=x onerror='y'>&amp;`)).toBe(
      "&quot;&gt;&lt;img src=x onerror=&#39;y&#39;&gt;&amp;amp;",
    );
  });
});

describe("escapeMarkdown", () => {
  it("leaves no markup, HTML, link or cell", () => {
    expect(escapeMarkdown("a|b <i> *c* [d](e) `f` _g_ #h")).toBe(
      "a\\|b &lt;i&gt; \\*c\\* \\[d\\](e) \\`f\\` \\_g\\_ \\#h",
    );
  });

  it("starts no list, and leaves numbers alone", () => {
    expect(["1. x", "- x", "+ x", "9.9", "−3", "-3", "12)"].map(escapeMarkdown)).toEqual([
      "1\\. x",
      "\\- x",
      "\\+ x",
      "9.9",
      "−3",
      "-3",
      "12\\)",
    ]);
  });
});
