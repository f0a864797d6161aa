import { describe, expect, it } from "vitest";
import { delivered, foreignLinked, lateSplit, nobody, refunded, undecided } from "../__fixtures__/contexts.ts";
import { fixtureNowMs, order, parcel, ron } from "../__fixtures__/parts.ts";
import { createWords } from "../language/words.ts";
import { en } from "../messages/en.ts";
import { headline, orderHeadline, parcelHeadline } from "./headline.ts";

const words = createWords("en", en, "Europe/Bucharest");
const of = (context: Parameters<typeof headline>[0]) => headline(context, words, fixtureNowMs);

describe("headline", () => {
  it("speaks of the worst parcel and counts the others", () => {
    expect(of(lateSplit)).toEqual({
      tone: "danger",
      title: "3 days late",
      details: ["1 of 2 parcels delivered", "In transit", "Promised for Wed, Nov 18", "Last scan 6 days ago in Sibiu"],
    });
  });
  it("says when it was delivered, and whether in time", () => {
    expect(of(delivered)).toEqual({ tone: "ok", title: "Delivered Tue, Nov 3, 11:41 AM", details: ["on time"] });
  });
  it("says cancelled and how much went back", () => {
    expect(of(refunded)).toMatchObject({ tone: "neutral", title: "Cancelled Tue, Nov 10" });
    expect(of(refunded)?.details.join()).toMatch(/^Refunded: RON.649\.00$/);
  });
  it("asks which order when that is the question, and is silent when there is none", () => {
    expect(of(undecided)?.title).toBe("Which order is this about?");
    expect(of(nobody)).toBeNull();
  });
  it("does not count the pickup as a delay", () => {
    expect(of(foreignLinked)).toMatchObject({ tone: "info", title: "Ready for pickup" });
  });
  it("says all delivered only when all are", () => {
    const done = parcel("a", { status: "delivered", deliveredAt: "2026-11-20T10:00:00Z" });
    const both = orderHeadline(order("1", { parcels: [done, { ...done, id: "b" }] }), words, fixtureNowMs);
    expect(both.title).toBe("All 2 parcels delivered");
    const onWay = orderHeadline(order("1", { parcels: [done, parcel("b")] }), words, fixtureNowMs);
    expect(onWay.details[0]).toBe("1 of 2 parcels delivered");
    expect(onWay.tone).toBe("info");
  });
  it("does not call an order without parcels delivered, only shipped", () => {
    expect(orderHeadline(order("1", { fulfillmentStatus: "fulfilled" }), words, fixtureNowMs).title).toBe("Shipped, without tracking");
    expect(orderHeadline(order("1"), words, fixtureNowMs).title).toBe("Not shipped yet");
    expect(orderHeadline(order("1", { paymentStatus: "refunded", refundedTotal: ron(100) }), words, fixtureNowMs).title).toBe("Refunded");
  });
  it("puts a grave exception before everything, with who says so", () => {
    const broken = parcel("a", {
      status: "delivered",
      deliveredAt: "2026-11-20T10:00:00Z",
      exceptions: [{ kind: "damaged", by: "customer", at: null }],
    });
    expect(parcelHeadline(broken, words, fixtureNowMs)).toEqual({
      tone: "danger",
      title: "Damaged",
      details: ["says the customer", "Delivered"],
    });
  });
  it("warns of a quiet parcel before it is late", () => {
    const quiet = parcel("a", { shippedAt: "2026-11-10T10:00:00Z", lastScanAt: "2026-11-15T10:00:00Z" });
    expect(parcelHeadline(quiet, words, fixtureNowMs)).toEqual({ tone: "warn", title: "In transit", details: ["Last scan 6 days ago"] });
  });
});
