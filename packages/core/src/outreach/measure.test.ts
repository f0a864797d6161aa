import { describe, expect, it } from "vitest";
import { createRandom } from "../incidents/__fixtures__/random.ts";
import { contactsPrevented } from "./measure.ts";

describe("contacts prevented", () => {
  it("counts them with limits and says what they show", () => {
    const found = contactsPrevented({ customers: 1_900, contacted: 190 }, { customers: 100, contacted: 40 });
    expect(found.verdict).toBe("prevents_contacts");
    expect(found.difference.difference).toBeCloseTo(0.3, 12);
    expect(found.prevented.contacts).toBeCloseTo(570, 9);
    expect(found.prevented.low).toBeGreaterThan(380);
    expect(found.prevented.high).toBeLessThan(770);
    expect(found.heldOut).toMatchObject({ customers: 100, share: 0.4 });
    expect(contactsPrevented({ customers: 100, contacted: 40 }, { customers: 1_900, contacted: 190 }).verdict).toBe("causes_contacts");
    expect(contactsPrevented({ customers: 500, contacted: 50 }, { customers: 100, contacted: 12 }).verdict).toBe("no_difference_shown");
  });

  it("says nothing from few", () => {
    expect(contactsPrevented({ customers: 900, contacted: 90 }, { customers: 49, contacted: 40 }).verdict).toBe("too_small_to_say");
    expect(contactsPrevented({ customers: 900, contacted: 4 }, { customers: 60, contacted: 5 }).verdict).toBe("too_small_to_say");
    expect(contactsPrevented({ customers: 0, contacted: 0 }, { customers: 0, contacted: 0 }).verdict).toBe("too_small_to_say");
  });

  it("claims a difference where there is none about as seldom as it says", () => {
    const random = createRandom(7);
    const draw = (customers: number) => ({
      customers,
      contacted: Array.from({ length: customers }).filter(() => random.chance(0.2)).length,
    });
    const wrong = Array.from({ length: 2_000 }, () => contactsPrevented(draw(600), draw(60)).verdict).filter(
      (verdict) => verdict !== "no_difference_shown",
    );
    // 100 are expected.
    expect(wrong.length).toBeGreaterThan(50);
    expect(wrong.length).toBeLessThan(150);
  });
});
