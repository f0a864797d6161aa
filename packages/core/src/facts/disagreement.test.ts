import type { FactKey } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { disagree } from "./disagreement.ts";

describe("two values of one key", () => {
  it.each<[FactKey, string, string]>([
    ["size", "M", "L"],
    ["color", "blue", "black"],
    ["postcode", "500035", "500036"],
    ["shippingAddress", "Strada Lunga 5, 500035 Brasov", "Via Roma 1, 00184 Roma"],
    ["name", "Ana Pop", "Bob Ionescu"],
    ["wantedOutcome", "money back", "replacement"],
    ["wantedOutcome", "rimborso", "vorrei la sostituzione"],
    ["wantedOutcome", "banii înapoi", "replacement"],
  ])("disagree: %s %s and %s", (key, one, other) => {
    expect([disagree(key, one, other, "RO"), disagree(key, other, one, "RO")]).toEqual([true, true]);
  });

  it.each<[FactKey, string, string]>([
    ["size", "m", "M"],
    ["postcode", "500035", "50 00 35"],
    ["shippingAddress", "Strada Lungă 5", "Strada Lunga 5, 500035 Brasov, RO"],
    ["name", "Ana", "Ana Pop"],
    ["language", "ro", "ro-RO"],
    ["wantedOutcome", "money back", "refund"],
    ["wantedOutcome", "banii înapoi", "refund"],
    ["wantedOutcome", "rimborso", "refund"],
    ["wantedOutcome", "sort it out", "refund"],
    ["since", "since Tuesday", "2026-11-17T08:00:00.000Z"],
    ["damageExtent", "a small scratch", "cosmetic"],
    ["paymentMethod", "card", "Stripe"],
  ])("do not disagree: %s %s and %s", (key, one, other) => {
    expect([disagree(key, one, other, "RO"), disagree(key, other, one, "RO")]).toEqual([false, false]);
  });
});
