import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { sha256Base64 } from "../../../../src/render/html/sha256.ts";

const bySystem = (text: string): string => createHash("sha256").update(text, "utf8").digest("base64");

describe("SHA-256", () => {
  it("gives the digest that FIPS 180-4 prints for its example", () => {
    const hex = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    expect(Buffer.from(sha256Base64("abc"), "base64").toString("hex")).toBe(hex);
  });

  it("agrees with the system's at every length around the end of a block", () => {
    for (let n = 0; n <= 130; n++) expect(sha256Base64("a".repeat(n))).toBe(bySystem("a".repeat(n)));
  });

  it("reads text of one to four bytes a character, and half a surrogate pair, as UTF-8 is written", () => {
    for (const text of [
      "é",
      "€",
      "患者",
      "👩‍🔬",
      "a\ud800b",
      "\udc00",
      "\0\u007f\u0080\u07ff\u0800\uffff\u{10000}",
    ]) {
      expect(sha256Base64(text)).toBe(bySystem(text));
    }
  });
});
