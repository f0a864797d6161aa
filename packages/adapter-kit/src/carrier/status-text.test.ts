import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readStatusText } from "./status-text.ts";

const cases: { lang: "ro" | "it"; text: string; expect: string }[] = JSON.parse(
  readFileSync(new URL("./__fixtures__/status-text-cases.json", import.meta.url), "utf8"),
);

/** Of couriers in Romania. */
const pickupPlaces = /\b(easybox|fanbox)\b/g;

describe("readStatusText", () => {
  it("has all 34 published cases", () => {
    expect(cases).toHaveLength(34);
  });

  it.each(cases)("$lang: $text", ({ lang, text, expect: expected }) => {
    const [status, exception] = expected.split(":");
    const reading = readStatusText(text, lang, { pickupPlaces });
    expect(reading?.status ?? "unknown").toBe(status);
    if (exception) expect(reading?.exceptions).toContain(exception);
  });

  it("reads status and exceptions apart, each exception once", () => {
    expect(readStatusText("Consegna non andata a buon fine: indirizzo errato", "it")).toEqual({
      status: "delivery_attempted",
      exceptions: ["address_issue"],
      leg: "forward",
    });
    expect(readStatusText("Livrare refuzată de destinatar, colet în retur", "ro")).toEqual({
      status: "returning",
      exceptions: ["refused", "returned_to_sender"],
      leg: "return",
    });
  });

  it.each([
    ["ro", "Coletul va fi livrat mâine", null],
    ["ro", "Coletul urmează să fie livrat la easybox", null],
    ["ro", "Nu a putut fi livrat", "delivery_attempted"],
    ["ro", "Comanda confirmată", null],
    ["ro", "Ridicat de destinatar din easybox", "delivered"],
    ["ro", "Ridicat de la expeditor", "handed_over"],
    ["ro", "Colet neridicat", null],
    ["ro", "Sosit în punct de lucru", null],
    ["it", "La spedizione verrà consegnata domani", null],
    ["it", "Consegnato al corriere", "in_transit"],
    ["it", "Consegnata al mittente", "returned"],
    ["it", "Reso disponibile per il ritiro", "ready_for_pickup"],
    ["it", "In transito verso il locker", "in_transit"],
    ["it", "Ritirato dal destinatario", "delivered"],
    ["it", "Non è stata ancora consegnata", "delivery_attempted"],
    ["en", "Your parcel will be delivered tomorrow", null],
    ["en", "Not delivered: recipient not home", "delivery_attempted"],
    ["en", "Delivered to the depot", "in_transit"],
    ["en", "Delivered to a parcel locker", "ready_for_pickup"],
    ["en", "Returned to sender", "returned"],
    ["en", "Shipment information received", "label_created"],
    ["en", "Out for delivery", "out_for_delivery"],
    ["en", "Delivered", "delivered"],
    ["en", "Customs clearance completed", "in_transit"],
    ["en", "", null],
    ["en", "🙂", null],
  ] as const)("does not take hope for a fact (%s): %s is %s", (language, text, status) => {
    expect(readStatusText(text, language, { pickupPlaces })?.status ?? null).toBe(status);
  });

  it("reads a courier's own name of its lockers as a locker, where it is told that name", () => {
    const text = "Încărcat în Easybox; ridicat din easybox";
    expect(readStatusText(text, "ro", { pickupPlaces })?.status).toBe("ready_for_pickup");
    expect(readStatusText(text, "ro", { pickupPlaces: /easybox/ })?.status).toBe("ready_for_pickup");
    expect(readStatusText("Colet depus in easybox", "ro")).toBeNull();
  });

  it("is not slowed down by a long text", () => {
    const text = `${"completata in livrare nu a ".repeat(50_000)}livrat`;
    const start = performance.now();
    for (const language of ["ro", "it", "en"] as const) readStatusText(text, language);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
