import type { VegaLiteSpec } from "./charts/vega-lite-spec.ts";
import { escapeHtml } from "./escape-html.ts";

/** FNV-1a, 32 bit, in hexadecimal: an identifier, not a safeguard. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

/** Changes the identifiers of an SVG and what points to them; words and other attributes stay as they are. */
function renameIds(svg: string, rename: (id: string) => string): string {
  return svg.replace(/<[^>]*>/gu, (tag) =>
    tag
      .replace(/ id="([^"]*)"/gu, (_, id: string) => ` id="${rename(id)}"`)
      .replace(/ (clip-path|mask|fill|stroke)="url\(#([^")]*)\)"/gu, (_, name: string, id: string) => {
        return ` ${name}="url(#${rename(id)})"`;
      }),
  );
}

/** Leaves one picture with one name: the parts that Vega names one by one say nothing to a screen reader. */
function withoutPartNames(svg: string): string {
  return svg.replace(/<[^>]*>/gu, (tag) => tag.replace(/ (?:role|aria-[a-z]+)="[^"]*"/gu, ""));
}

/** Numbers clip paths and gradients from 0, since Vega counts them up for as long as a process lives. */
function renumberIds(svg: string): string {
  const numbers = new Map<string, string>();
  return renameIds(svg, (id) => {
    const known = numbers.get(id) ?? `${id.replace(/\d+$/u, "")}${numbers.size}`;
    numbers.set(id, known);
    return known;
  });
}

function titleOf({ title }: VegaLiteSpec): string {
  if (typeof title === "string") return title;
  if (typeof title === "object" && title !== null && "text" in title) return String(title.text);
  return "Chart";
}

/**
 * Gives Vega's SVG a role, a title and a description for screen readers, and identifiers that depend on nothing but the
 * picture, so that several pictures can stand in one page.
 */
export function labelSvg(svg: string, spec: VegaLiteSpec): string {
  const steady = renumberIds(withoutPartNames(svg));
  const mark = `nof1-${fingerprint(steady)}`;
  const own = renameIds(steady, (id) => `${mark}-${id}`);
  const description = typeof spec.description === "string" ? spec.description : "";
  const words =
    `<title id="${mark}-title">${escapeHtml(titleOf(spec))}</title>` +
    `<desc id="${mark}-desc">${escapeHtml(description)}</desc>`;
  return own.replace(
    /^<svg\b([^>]*)>/u,
    (_, attributes: string) =>
      `<svg${attributes} role="img" aria-labelledby="${mark}-title ${mark}-desc">${words}`,
  );
}
