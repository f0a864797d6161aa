import { describe, expect, it } from "vitest";
import { packetWords } from "./words/packet-words.ts";
import { sumByCurrency, writeInstant, writeMoney } from "./write-values.ts";

describe("values on paper", () => {
  it("times: in the zone asked for, with the difference that held then", () => {
    expect(writeInstant("2026-07-01T22:30:00Z", "Europe/Bucharest")).toBe("2026-07-02 01:30 (+03:00)");
    expect(writeInstant("2026-11-21T10:00:59.999Z", "Europe/Rome")).toBe("2026-11-21 11:00 (+01:00)");
    // The autumn hour that comes twice is told apart by the difference.
    expect(writeInstant("2026-10-25T00:30:00Z", "Europe/Rome")).toBe("2026-10-25 02:30 (+02:00)");
    expect(writeInstant("2026-10-25T01:30:00Z", "Europe/Rome")).toBe("2026-10-25 02:30 (+01:00)");
  });

  it("money: with the decimals of its currency and the mark of the language", () => {
    expect(writeMoney({ amountMinor: 5, currency: "RON" }, packetWords.ro)).toBe("0,05 RON");
    expect(writeMoney({ amountMinor: 129_990, currency: "EUR" }, packetWords.en)).toBe("1299.90 EUR");
    expect(writeMoney({ amountMinor: 1_500, currency: "JPY" }, packetWords.it)).toBe("1500 JPY");
    expect(writeMoney({ amountMinor: 1_234, currency: "KWD" }, packetWords.it)).toBe("1,234 KWD");
  });

  it("sums: one for each currency", () => {
    const line = (quantity: number, amountMinor: number, currency: string) => ({ quantity, unitValue: { amountMinor, currency } });
    expect(sumByCurrency([line(2, 100, "EUR"), line(1, 7, "RON"), line(1, 50, "EUR")])).toEqual([
      { amountMinor: 250, currency: "EUR" },
      { amountMinor: 7, currency: "RON" },
    ]);
  });

  it("counts in Romanian take their preposition", () => {
    expect(packetWords.ro.unprintable(19)).toContain("19 caractere ");
    expect(packetWords.ro.unprintable(20)).toContain("20 de caractere ");
  });
});
