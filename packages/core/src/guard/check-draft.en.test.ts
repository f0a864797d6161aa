import { describe, expect, it } from "vitest";
import { everythingKnown } from "./__fixtures__/everything-known.ts";
import { checkDraft } from "./check-draft.ts";

/** The keys asked for, each with its verdict when it is not `known`. */
function asked(draft: string): string[] {
  const { asks } = checkDraft({ draft, language: "en", facts: everythingKnown, history: [] });
  return [...new Set(asks.map((ask) => (ask.verdict === "known" ? ask.key : `${ask.key}:${ask.verdict}`)))].sort();
}

describe("English replies that ask for what is known", () => {
  it.each<[string, string[]]>([
    ["Could you please share your order number with us?", ["orderNumber"]],
    ["order no pls", ["orderNumber"]],
    ["hi, whats ur oredr number", ["orderNumber"]],
    ["Kindly provide us with the order reference so that we can look into this.", ["orderNumber"]],
    ["We just need your order number.", ["orderNumber"]],
    ["I'm afraid I don't see an order number in your message.", ["orderNumber"]],
    ["Can you remind me of the order number?", ["orderNumber"]],
    ["Which order is this about?", ["orderNumber"]],
    ["Please reply with your order number and the email address you used.", ["email", "orderNumber"]],
    ["Please provide:\n1. Order number\n2. Photo of the label\n3. Phone number", ["orderNumber", "phone", "photoOfLabel"]],
    ["Order no.: ____\nE-mail: ____", ["email", "orderNumber"]],
    ["Your tracking number, please?", ["trackingNumber"]],
    ["Do you have the tracking number at hand?", ["trackingNumber"]],
    ["Who delivered it?", ["carrier"]],
    ["Which courier brought the parcel?", ["carrier"]],
    ["Is your email still ana@example.test?", ["email"]],
    ["Can you confirm your email is ana@example.test?", ["email"]],
    ["What's the best number to reach you on?", ["phone"]],
    ["May I have your phone number?", ["phone"]],
    ["Could I take your full name?", ["name"]],
    ["Where should we send the replacement?", ["shippingAddress"]],
    ["Please send us your full delivery address.", ["shippingAddress"]],
    ["What is your postcode?", ["postcode"]],
    ["Could you tell us what happened?", ["problem"]],
    ["What seems to be the problem?", ["problem"]],
    ["Since when has it been doing that?", ["since"]],
    ["When did you first notice it?", ["since"]],
    ["How badly is it damaged?", ["damageExtent"]],
    ["Please attach a photo of the damaged mug.", ["photoOfItem"]],
    ["Can you send a picture of the box and of the shipping label?", ["photoOfLabel", "photoOfPackaging"]],
    ["We need photos of the item and the packaging to open a claim.", ["photoOfItem", "photoOfPackaging"]],
    ["If you still have a photo of the label, please send it over.", ["photoOfLabel"]],
    ["Have you already tried restarting it?", ["tried"]],
    ["Would you like a refund or a replacement?", ["wantedOutcome"]],
    ["How would you like us to resolve this?", ["wantedOutcome"]],
    ["When did it arrive?", ["deliveryDate"]],
    ["Please send us your company name and VAT number for the invoice.", ["invoiceData"]],
    ["What size did you order?", ["size"]],
    ["And the color?", ["color"]],
    ["Why would you like to return it?", ["returnReason"]],
    ["How did you pay?", ["paymentMethod"]],
    ["Which language do you prefer?", ["language"]],
    ["Which pick-up point did you choose?", ["pickupPoint"]],
    ["Who is the gift for?", ["giftRecipient"]],
    ["How many mugs were broken?", ["quantity"]],
    ["Thanks for your patience. Before anything else, could you let me know what you ordered?", ["item"]],
    ["Thank you for the photos, but we still need your order number.", ["orderNumber"]],
    ["No need to send photos. Please just tell us the tracking number.", ["trackingNumber"]],
  ])("%j", (draft, expected) => {
    expect(asked(draft)).toEqual(expected);
  });
});

describe("English replies that ask for nothing", () => {
  it.each([
    "Your order number is 1042.",
    "You don't need to send us your order number.",
    "There is no need to share your phone number or your address again.",
    "Thank you for sending the photos and the order number.",
    "We already have your e-mail address.",
    "I can see your order number and the tracking number here.",
    "Is there anything else I can help you with?",
    "If you have any questions, just reply to this email.",
    "We'll send you the tracking number as soon as it ships.",
    "Once you have received your tracking number, you can follow the parcel.",
    "You will find your order number in the confirmation email.",
    "Please write the order number on the parcel.",
    "Please show the order number to the courier.",
    "We will check the photo and confirm the address with the courier.",
    "Enter your order number on our tracking page to see the status.",
    'You asked "where can I find my order number?": it is in the app.',
    "Here is what we have:\n- Order number: 1042\n- Email: ana@example.test",
    "All sorted, have a lovely day!\n\nOn Mon, 3 Nov 2025 at 10:00, Shop <help@example.test> wrote:\n> Could you send us your order number?",
    "Done!\n-- \nAny questions? What is your order number?",
    "Please keep your order number handy when you call us.",
    "Our phone number is 021 000 0000.",
    "No problem, your refund is on its way.",
    "The courier will ask for your name.",
    "We updated the delivery address, thank you for confirming it.",
  ])("%j", (draft) => {
    expect(asked(draft)).toEqual([]);
  });
});

describe("English replies that ask again for a good reason", () => {
  it.each<[string, string]>([
    ["To verify it's you, please tell me the postcode of the delivery address.", "postcode:identityProof"],
    ["For security reasons, could you confirm the e-mail address on the account?", "email:identityProof"],
    ["Before we change the delivery address, please confirm the new address.", "shippingAddress:riskyChange"],
    ["And the order number of the other order?", "orderNumber:somethingElse"],
    ["Could you send a sharper photo of the mug?", "photoOfItem:somethingElse"],
    ["You mentioned that you moved: what is your address now?", "shippingAddress:stale"],
    ["Sadly the red one is sold out. Which color would you like?", "color:somethingElse"],
  ])("%j", (draft, expected) => {
    expect(asked(draft)).toContain(expected);
  });
});
