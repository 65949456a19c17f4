import { describe, expect, it } from "vitest";
import { ofWhom } from "../../../../src/render/pooling/of-whom.ts";
import type { NaturalScale } from "../../../../src/schema/index.ts";

const share: NaturalScale = { label: "Proportion", unit: "fraction", axis: "linear", noEffect: null };
const improved = { moderators: { outcome: "pain improved" } };

describe("of whom a pooled share is", () => {
  it("names the event that all series count, and says where there are several or none is named", () => {
    expect(ofWhom(share, [improved, improved])).toBe(" of patients with the event (pain improved)");
    expect(ofWhom(share, [improved, { moderators: { outcome: "pain halved" } }])).toBe(
      " of patients with the event, which is not the same in all series",
    );
    expect(ofWhom(share, [{}, {}])).toBe(" of patients with the event");
  });

  it("says nothing of what is no share of patients", () => {
    expect(ofWhom({ ...share, label: "Risk ratio", unit: "ratio", noEffect: 1 }, [improved])).toBe("");
    expect(ofWhom({ ...share, label: "Relief", noEffect: 0 }, [improved])).toBe("");
  });
});
