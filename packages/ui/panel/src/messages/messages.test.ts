import { describe, expect, it } from "vitest";
import { enDeliveries } from "../deliveries/en-deliveries.ts";
import { itDeliveries } from "../deliveries/it-deliveries.ts";
import { roDeliveries } from "../deliveries/ro-deliveries.ts";
import { enKnown } from "../known/en-known.ts";
import { itKnown } from "../known/it-known.ts";
import { roKnown } from "../known/ro-known.ts";
import { enPacket } from "../packet/en-packet.ts";
import { itPacket } from "../packet/it-packet.ts";
import { roPacket } from "../packet/ro-packet.ts";
import { en as enPanel } from "./en.ts";
import { it as itPanel } from "./it.ts";
import { loadMessages, messagesOf } from "./load-messages.ts";
import { ro as roPanel } from "./ro.ts";

const en = { ...enPanel, ...enDeliveries, ...enKnown, ...enPacket };
const italian = { ...itPanel, ...itDeliveries, ...itKnown, ...itPacket };
const ro = { ...roPanel, ...roDeliveries, ...roKnown, ...roPacket };

type Tree = { [key: string]: string | Tree };

function leaves(tree: Tree, path = ""): [path: string, text: string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${path}${key}`, value] as [string, string]] : leaves(value, `${path}${key}.`),
  );
}

/** All plural forms of a text count as one: Romanian has forms that English does not. */
function placesByKey(tree: Tree): Map<string, string> {
  const places = new Map<string, string>();
  for (const [path, text] of leaves(tree)) {
    const key = path.replace(/\.(one|few|many|other)$/, "");
    const found = [...new Set(text.match(/\{\w+\}/g) ?? [])].sort().join();
    const before = places.get(key);
    if (before !== undefined) expect(found, path).toBe(before);
    places.set(key, found);
  }
  return places;
}

describe.each([
  ["it", italian],
  ["ro", ro],
] as const)("%s", (language, messages) => {
  it("has the same places in every text as English", () => {
    expect(Object.fromEntries(placesByKey(messages as Tree))).toEqual(Object.fromEntries(placesByKey(en as Tree)));
  });
  it("leaves no text empty or in English", () => {
    const english = new Map(leaves(en as Tree));
    const longEnoughToDiffer = leaves(messages as Tree).filter(([, text]) => text.split(" ").length > 2);
    expect(longEnoughToDiffer.length).toBeGreaterThan(80);
    for (const [path, text] of longEnoughToDiffer) expect(text, path).not.toBe(english.get(path));
    for (const [path, text] of leaves(messages as Tree)) expect(text.trim(), path).not.toBe("");
  });
  it("has every form that counting days and orders meets", () => {
    const rules = new Intl.PluralRules(language);
    const forms = new Set(Array.from({ length: 400 }, (_, count) => rules.select(count)));
    for (const [key, text] of Object.entries(messages)) {
      if (typeof text === "object" && "other" in text) expect(Object.keys(text), key).toEqual(expect.arrayContaining([...forms]));
    }
  });
  it("is fetched when it is asked for", async () => {
    const panel = language === "it" ? itPanel : roPanel;
    expect(await loadMessages(language)).toBe(panel);
    expect(messagesOf(language)).toBe(panel);
  });
});

it("gives no key a second meaning", () => {
  expect(Object.keys(enDeliveries).filter((key) => Object.hasOwn(enPanel, key) || Object.hasOwn(enKnown, key))).toEqual([]);
  expect(Object.keys(enKnown).filter((key) => Object.hasOwn(enPanel, key))).toEqual([]);
  expect(Object.keys(enPacket).filter((key) => [enPanel, enDeliveries, enKnown].some((texts) => Object.hasOwn(texts, key)))).toEqual([]);
});

it("writes Romanian with comma-below letters, not the old cedilla ones", () => {
  expect(leaves(ro as Tree).filter(([, text]) => /[şţŞŢ]/.test(text))).toEqual([]);
});
