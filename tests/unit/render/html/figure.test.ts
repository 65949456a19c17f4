import { describe, expect, it } from "vitest";
import { figure } from "../../../../src/render/html/figure.ts";

const svg = (width: number): string => `<svg class="marks" width="${width}" height="9"><text>a</text></svg>`;

describe("figure", () => {
  it("frames a picture so that Tab comes to it, under a name", () => {
    const html = figure({ svg: `\n${svg(720)}\n`, caption: "a < b" });
    expect(html).toContain(`>\n${svg(720)}\n</div>\n<figcaption>a &lt; b</figcaption>`);
    expect(html).toMatch(/<div class="picture" role="group" tabindex="0" aria-label="[^"]{10,}">/u);
  });

  it("marks pictures that are wider than most", () => {
    expect(figure({ svg: svg(860), caption: "" })).toContain('class="picture large"');
    expect(figure({ svg: "<svg></svg>", caption: "" })).toContain('class="picture"');
  });

  it("refuses what is not one picture", () => {
    expect(() => figure({ svg: "<p></p>", caption: "" })).toThrow(TypeError);
    expect(() => figure({ svg: '<svg onload="x"></svg>', caption: "" })).toThrow(TypeError);
  });
});
