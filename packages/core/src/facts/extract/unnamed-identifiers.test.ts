import { describe, expect, it } from "vitest";
import { extractFacts } from "./extract-facts.ts";

const countries: Readonly<Record<string, string>> = { en: "GB", it: "IT", ro: "RO" };
const identifiers: ReadonlySet<string> = new Set(["orderNumber", "trackingNumber", "phone", "postcode"]);

function read(language: string, text: string, countryCode = countries[language]) {
  return extractFacts(text, { language, ...(countryCode === undefined ? {} : { countryCode }) })
    .filter(({ key }) => identifiers.has(key))
    .map(({ key, value }) => `${key} ${value}`);
}

describe("codes that no word names", () => {
  it.each([
    ["en", "QK-4471-2 has not moved since Friday", "trackingNumber QK-4471-2"],
    ["en", "KD77140 is still stuck at the depot", "trackingNumber KD77140"],
    ["en", "LP7-80 is the tracking, your page does not know it", "trackingNumber LP7-80"],
    ["it", "Il pacco LM-5561 è fermo a Padova", "trackingNumber LM-5561"],
    ["it", "VK88120 risulta ancora in giacenza", "trackingNumber VK88120"],
    ["ro", "Coletul TR-8812 e blocat în depozit", "trackingNumber TR-8812"],
    ["ro", "awb sx77120 nu merge pe site", "trackingNumber sx77120"],
  ])("are a parcel's beside what only parcels do (%s: %s)", (language, text, expected) => {
    expect(read(language, text)).toEqual([expected]);
  });

  it.each([
    ["en", "The lid is dented. M-3-294.", "orderNumber M-3-294"],
    ["en", "7-1440-K: the net is torn", "orderNumber 7-1440-K"],
    ["en", "One of the hinges squeaks PR-2210", "orderNumber PR-2210"],
    ["it", "La cornetta è muta, AU-88-31", "orderNumber AU-88-31"],
    ["ro", "Rama e crăpată, HG-1180.", "orderNumber HG-1180"],
    ["en", "Bestellung 14556, bitte", "orderNumber 14556"],
  ])("are an order's in a clause of their own (%s: %s)", (language, text, expected) => {
    expect(read(language, text)).toEqual([expected]);
  });

  it.each([
    ["en", "This charger does not fit my XJ-500"],
    ["en", "Is it meant for ages 12-18?"],
    ["en", "Pages 212-227 are missing"],
    ["it", "Il filtro non va bene per il VC-300"],
  ])("are nobody's where they name a thing or a range (%s: %s)", (language, text) => {
    expect(read(language, text)).toEqual([]);
  });
});

describe("phones that are not written as the shop's country writes them", () => {
  it.each([
    ["en", "ring me on 01482 5556", "phone 01482 5556"],
    ["en", "I'm at 603-555-0133 after three", "phone 603-555-0133"],
    ["en", "I am in till 3. 07700 900323", "phone 07700 900323"],
    ["it", "il mio cell 348 00011", "phone 348 00011"],
    ["it", "il corriere mi ha chiamato al 333 1230099", "phone 333 1230099"],
    ["it", "il nuovo cell è 3480001112", "phone 3480001112"],
  ])("are told by a word or their form (%s: %s)", (language, text, expected) => {
    expect(read(language, text)).toEqual([expected]);
  });

  it.each([
    ["it", "ho chiamato al 333 1230099 e nessuno risponde"],
    ["it", "il vostro numero verde +39 800 123456 non risponde"],
  ])("are not the customer's when they are the shop's (%s: %s)", (language, text) => {
    expect(read(language, text)).toEqual([]);
  });
});

describe("postcodes that no word names", () => {
  it.each([
    ["it", "Monza, 20900", "postcode 20900"],
    ["it", "abito qui: 48121, via Mazzini 2", "postcode 48121"],
    ["ro", "300600 Timișoara, vă rog", "postcode 300600"],
    ["ro", "codul meu e 505300", "postcode 505300"],
    ["en", "Do you deliver to 30317?", "postcode 30317"],
  ])("stand beside a town, a street or where something is to go (%s: %s)", (language, text, expected) => {
    expect(read(language, text)).toContain(expected);
  });

  it.each([
    ["it", "ordine 20900 Monza"],
    ["ro", "codul de la easybox e 505300 și nu merge"],
    ["en", "can you send order 90321 to my new place?"],
  ])("are not the number of an order or of a locker (%s: %s)", (language, text) => {
    expect(read(language, text).filter((one) => one.startsWith("postcode"))).toEqual([]);
  });
});
