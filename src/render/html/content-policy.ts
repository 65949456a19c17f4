import { sha256Base64 } from "./sha256.ts";

/** What stands in a page and may take effect. */
export interface PageContent {
  /** Text of its one `<style>`. */
  style: string;
  /** Texts of its scripts; data blocks need not be named. */
  scripts?: readonly string[];
  /** Whether it shows pictures of its own folder. */
  pictures?: boolean;
}

const hashes = new Map<string, string>();

/** Pages share their style: its digest is computed once. */
function hashOf(text: string): string {
  const hash = hashes.get(text) ?? `'sha256-${sha256Base64(text)}'`;
  hashes.set(text, hash);
  return hash;
}

/**
 * The content security policy of a page: nothing is loaded from anywhere, nothing is sent, and no style or script takes
 * effect but those named here, by their digests.
 *
 * @see W3C (2024), Content Security Policy Level 3, section 2.3.1. https://www.w3.org/TR/CSP3/
 * @example
 * contentPolicy({ style: "" }); // "default-src 'none'; style-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; …"
 */
export function contentPolicy({ style, scripts = [], pictures = false }: PageContent): string {
  const parts = [
    "default-src 'none'",
    ...(scripts.length > 0 ? [`script-src ${scripts.map(hashOf).join(" ")}`] : []),
    `style-src ${hashOf(style)}`,
    // A file beside the page is of no origin in some browsers, hence both words.
    pictures ? "img-src 'self' file: data:" : "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return parts.join("; ");
}
