/** What stands in the group of one named layer of a chart's SVG. */
function layerGroup(svg: string, layer: string): string {
  const start = svg.search(new RegExp(`<g class="mark-\\w+ role-mark ${layer}_marks"`, "u"));
  if (start < 0) return "";
  const rest = svg.slice(start + 1);
  const end = rest.search(/<g class="mark-|<\/svg>/u);
  return rest.slice(0, end);
}

/** How many marks a named layer of a chart drew. */
export function countMarks(svg: string, layer: string): number {
  return layerGroup(svg, layer).match(/<(path|line|rect|text|image)\b/gu)?.length ?? 0;
}

/** The texts that a named layer of a chart drew; lines of one text joined by a space. */
export function textsOf(svg: string, layer: string): string[] {
  const texts = layerGroup(svg, layer).match(/<text\b[\s\S]*?<\/text>/gu) ?? [];
  return texts
    .map((text) => text.replace(/<\/tspan><tspan/gu, "</tspan> <tspan").replace(/<[^>]*>/gu, ""))
    .map((text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&").trim())
    .filter((text) => text !== "");
}

/** Every text of a picture, as a reader sees it. */
export function allText(svg: string): string {
  return (svg.match(/<text\b[\s\S]*?<\/text>/gu) ?? []).join("\n").replace(/<[^>]*>/gu, " ");
}
