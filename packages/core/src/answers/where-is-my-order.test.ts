import { type SupportedLanguage, supportedLanguages } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { at, checkpoint, deliveryOf, hourMs, orderDeliveryOf, orderOf, parcelOf, start } from "../incidents/__fixtures__/parcels.ts";
import { states } from "./__fixtures__/states.ts";
import { answerKeys } from "./answer-plan.ts";
import { answerTexts } from "./answer-texts.ts";
import { sayWhen } from "./say-when.ts";
import { whereIsMyOrder } from "./where-is-my-order.ts";

const zone = "Europe/Bucharest";
const all = states.flatMap((state) => supportedLanguages.map((language) => [state.name, language, state] as const));
const locales: Record<SupportedLanguage, string> = { en: "en-GB", it: "it-IT", ro: "ro-RO" };

describe("where is my order", () => {
  it.each(all)("%s, in %s", (_, language, state) => {
    const answer = whereIsMyOrder({ ...state, language, zone });
    expect(answer.key).toBe(state.key);
    expect(answer.text).not.toMatch(/[{}]|undefined|\bnull\b|NaN|Invalid| {2}|^\s|\s$| [.,;:!]/);
    expect(answer.text.length).toBeLessThan(600);
    const when = sayWhen(locales[language], zone, state.now);
    // Every moment that is promised or comes next stands in the text, as a day of the place of delivery.
    for (const moment of [answer.promise?.dueAt, answer.nextStep.by]) {
      if (!moment) continue;
      const today = { en: "today", it: "oggi", ro: "astăzi" }[language];
      const isSaid = answer.text.includes(when.day(moment)) || (when.isToday(moment) && answer.text.includes(today));
      // Of several parcels each tells its own.
      expect(isSaid || answer.text.includes("\n"), answer.text).toBe(true);
      expect(Date.parse(moment)).toBeGreaterThan(state.now);
    }
    if (state.order) expect(answer.text).toContain("1042");
    // Who reads that we will write has a promise that is kept, and nobody else.
    const weWrite = { en: /will write to you/, it: /criveremo/, ro: /ă scriem/ }[language].test(answer.text);
    expect(answer.promise?.kind === "reply").toBe(weWrite);
    expect(whereIsMyOrder({ ...state, language, zone })).toEqual(answer);
  });

  it("has a state for every answer, and uses every sentence", () => {
    expect([...new Set(states.map((state) => state.key))].sort()).toEqual([...answerKeys].sort());
    const texts = states.map((state) => whereIsMyOrder({ ...state, language: "en", zone }).text).join("\n");
    const unused = Object.entries(answerTexts.en).filter(([, template]) => {
      const pattern = template.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{\w+\}/g, "[^\\n]+?");
      return !new RegExp(pattern).test(texts);
    });
    expect(unused).toEqual([]);
  });

  it("says delivered only of what a courier delivered", () => {
    const word = { en: /deliver(ed|y was)/i, it: /consegnat[oi]/i, ro: /livrat[ăe]?\b/i };
    const allowed = new Set([
      "delivered",
      "delivered_today",
      "delivered_not_received",
      "partial_delivery",
      "several_parcels",
      "missing_items",
      "failed",
    ]);
    for (const state of states.filter(({ key }) => !allowed.has(key))) {
      for (const language of supportedLanguages) expect(whereIsMyOrder({ ...state, language, zone }).text).not.toMatch(word[language]);
    }
  });

  it("blames nobody and asks nothing", () => {
    const blame = /\b(fault|failed to|forgot|you were not|not at home|your mistake|colpa|vin[ăa]|unfortunately|purtroppo|din păcate)\b|\?/i;
    for (const [, language, state] of all) {
      const { text } = whereIsMyOrder({ ...state, language, zone });
      expect(text.replace(/https:\S+/, "")).not.toMatch(blame);
    }
  });

  it("promises an answer by the evening of the next working day, or by when the shop says", () => {
    const friday = { order: orderOf([parcelOf("failed")]), delivery: orderDeliveryOf([deliveryOf()]), now: start + 100 * hourMs };
    expect(whereIsMyOrder({ ...friday, language: "en", zone }).promise).toEqual({ kind: "reply", dueAt: "2026-11-23T16:00:00.000Z" });
    const asked = whereIsMyOrder({ ...friday, language: "en", zone, followUpBy: "2026-11-24T10:00:00Z" });
    expect(asked.promise).toEqual({ kind: "reply", dueAt: "2026-11-24T10:00:00Z" });
    expect(asked.text).toContain("Tuesday 24 November");
  });

  it("tells days on the clock of the place of delivery", () => {
    const parcel = parcelOf("delivered", { lastScanAt: "2026-11-17T22:30:00Z" });
    const ask = (where: string) =>
      whereIsMyOrder({
        order: orderOf([parcel]),
        delivery: orderDeliveryOf([deliveryOf()]),
        language: "en",
        zone: where,
        now: Date.parse("2026-11-18T09:00:00Z"),
      });
    expect(ask("Europe/Bucharest")).toMatchObject({ key: "delivered_today", text: expect.stringContaining("today at 00:30") });
    expect(ask("Europe/Rome")).toMatchObject({ key: "delivered", text: expect.stringContaining("Tuesday 17 November") });
  });

  it("names what it used", () => {
    const found = states.find((state) => state.name === "late with a new date");
    expect(found && whereIsMyOrder({ ...found, language: "en", zone }).usedFacts).toEqual([
      "orderNumber",
      "deliveryStatus",
      "promisedDay",
      "estimatedDay",
      "trackingLink",
    ]);
  });

  it("leaves out what the customer sends back and labels that were thrown away", () => {
    const own = { ...parcelOf("returning", { checkpoints: [checkpoint(90, "returning", { leg: "return" })] }), id: "back" };
    const label = { ...parcelOf("cancelled"), id: "label" };
    const parcel = parcelOf("delivered", { lastScanAt: at(52) });
    const delivery = orderDeliveryOf([deliveryOf({ parcelId: "back" }), deliveryOf({ parcelId: "label" }), deliveryOf()]);
    const answer = whereIsMyOrder({ order: orderOf([own, label, parcel]), delivery, language: "it", zone, now: start + 99 * hourMs });
    expect(answer.key).toBe("delivered");
  });

  it("counts as each language does", () => {
    const many = states.find((state) => state.name === "very many parcels");
    const text = (language: string) => (many ? whereIsMyOrder({ ...many, language, zone }).text : "");
    expect(text("ro")).toContain("23 de colete");
    expect(text("ro")).toContain("17 colete");
    expect(text("it")).toContain("23 pacchi");
  });
});
