import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { lateSplit } from "./__fixtures__/contexts.ts";
import { agentNames, handedOver, reported, unsure } from "./__fixtures__/known-contexts.ts";
import { chromiumPath, listen, openStage, type PanelSettings, type PanelStage, placePanel, unfold } from "./__fixtures__/panel-stage.ts";
import { enKnown } from "./known/en-known.ts";
import { itKnown } from "./known/it-known.ts";
import { roKnown } from "./known/ro-known.ts";

const suite = chromiumPath ? "what is known, in Chromium" : "what is known, in Chromium (skipped: no Chromium found, set CHROMIUM_PATH)";

describe.skipIf(chromiumPath === null)(suite, () => {
  let stage: PanelStage;
  let page: Page;

  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage?.close());
  afterEach(() => page?.close());

  async function show(settings: PanelSettings) {
    page = await stage.open(null);
    await placePanel(page, { agentNames, ...settings });
  }
  const clean = (text: string | null) => (text ?? "").replaceAll(/[\s\u00a0]+/g, " ").trim();
  const row = (name: string) => page.locator(".fact", { has: page.locator("dt", { hasText: name }) });

  describe("a fact", () => {
    it("is shown once for two sources that agree, both in its note", async () => {
      await show({ context: handedOver });
      const order = row("Order number");
      expect(await order.locator(".value").count()).toBe(1);
      expect(clean(await order.locator(".source").textContent())).toBe("a message, the order · 12 min. ago");
      expect(clean(await order.locator(".tip").textContent())).toMatch(
        /^Source: a message: comanda #10482 ?Assurance: claimed · .* Source: the order ?Assurance: order matched/,
      );
    });
    it("stands beside the one that it disagrees with", async () => {
      await show({ context: handedOver });
      const postcode = row("Postcode");
      await postcode.getByText("the sources disagree").waitFor();
      expect(await postcode.locator(".insert bdi").allTextContents()).toEqual(["400174", "400347"]);
      expect(await page.getByText("the sources disagree").count()).toBe(1);
    });
    it.each([
      ["en", "Thu, Nov 19, 12:30 AM", ["Tue, Nov 24", "Thu, Nov 26, 2026"], "damaged: Ana are cioburi.", "partly usable"],
      ["it", "gio 19 nov, 0:30", ["mar 24 nov", "gio 26 nov 2026"], "articolo danneggiato: Ana are cioburi.", "utilizzabile in parte"],
      ["ro", "joi, 19 nov., 0:30", ["mar., 24 nov.", "joi, 26 nov. 2026"], "produs deteriorat: Ana are cioburi.", "utilizabil parțial"],
    ])(
      "is said in %s where it is a word or a time of ours, and stays the customer's where it is theirs",
      async (language, since, days, problem, extent) => {
        await show({ context: reported, language });
        const { factKey } = language === "it" ? itKnown : language === "ro" ? roKnown : enKnown;
        const shown = async (key: keyof typeof factKey) => (await row(factKey[key]).locator(".insert bdi").allTextContents()).map(clean);
        expect(await shown("problem")).toEqual([
          problem,
          expect.stringMatching(/^(late|consegna in ritardo|livrare întârziată)$/),
          "damaged",
        ]);
        expect(await shown("damageExtent")).toEqual([extent]);
        expect(await shown("wantedOutcome")).toEqual([expect.stringMatching(/^(replacement|sostituzione|înlocuire)$/), "un buono"]);
        expect(await shown("since")).toEqual([since]);
        expect(await shown("deliveryDate")).toEqual([...days, "lunedì prossimo"]);
        expect(await shown("paymentMethod")).toEqual(["refund"]);
      },
    );
    it("goes into the reply as it is shown", async () => {
      await show({ context: reported, language: "it" });
      const heard = await listen(page);
      await row("Desidera").getByRole("button", { name: "sostituzione" }).click();
      expect(await heard()).toEqual([["insert-text", { text: "sostituzione" }]]);
    });
    it("says that it is old, and only then", async () => {
      await show({ context: handedOver });
      await row("Delivery date").getByText("check again").waitFor();
      expect(await page.getByText("check again").count()).toBe(1);
    });
    it("shows where it is from on hover and on focus, and goes into the reply with one click", async () => {
      await show({ context: handedOver });
      const heard = await listen(page);
      const tip = row("Problem").locator(".tip");
      const visible = () => tip.evaluate((each) => getComputedStyle(each).clipPath === "none");
      expect(await visible()).toBe(false);
      await row("Problem").getByRole("button").hover();
      expect(await visible()).toBe(true);
      await page.mouse.move(0, 0);
      expect(await visible()).toBe(false);
      await row("Problem").getByRole("button").focus();
      expect(await visible()).toBe(true);
      await page.keyboard.press("Enter");
      expect(await heard()).toEqual([["insert-text", { text: "Ceainicul nu a ajuns" }]]);
    });
    it("can be read with the keyboard where nothing can be inserted", async () => {
      await show({ context: handedOver, actions: "" });
      await row("Problem").locator("[tabindex]").focus();
      expect(
        await row("Problem")
          .locator(".tip")
          .evaluate((each) => getComputedStyle(each).clipPath),
      ).toBe("none");
    });
  });

  it("says what was asked, by whom and when, and that it need not have been", async () => {
    await show({ context: handedOver });
    const items = page.locator("h4", { hasText: "Asked, not answered yet" }).locator("+ ul > li");
    expect((await items.allTextContents()).map(clean)).toEqual([
      "Photo of the label asked 1 day ago by Ioana Radu",
      "Phone asked 1 day ago by an automatic message It was known already.",
      "E-mail asked 1 day ago by an agent It was known already and asked all the same: Adresa veche nu mai merge",
    ]);
  });

  it("begins with who handed the ticket over and what they said", async () => {
    await show({ context: handedOver });
    const card = page.locator(".handed-over");
    expect(clean(await card.textContent())).toContain("Handed over by Ioana Radu 1 hour ago Clienta așteaptă un telefon");
    const [cardTop, customerTop] = await Promise.all([
      card.evaluate((each) => each.getBoundingClientRect().top),
      page.getByRole("heading", { name: "Customer" }).evaluate((each) => each.getBoundingClientRect().top),
    ]);
    expect(cardTop).toBeLessThan(customerTop);
    await placePanel(page, { context: lateSplit });
    expect(await page.locator(".handed-over").count()).toBe(0);
  });

  describe("who else the customer may be", () => {
    it("is asked with reasons in words, the likeliest first, and nothing but the name", async () => {
      await show({ context: handedOver });
      const text = clean(await page.getByRole("region").textContent());
      expect(text).toContain("May be the same person as Ioana Marinescu-Pop Because: same phone number; same name");
      expect(text.indexOf("Ioana Marinescu-Pop")).toBeLessThan(text.indexOf("I. Marinescu"));
      const source = await page.locator("askonce-panel").evaluate((panel) => panel.shadowRoot?.innerHTML ?? "");
      expect(source).not.toContain("ends in 014");
      expect(source).not.toContain("cus_of_");
    });
    it("is confirmed, rejected, undone or reconsidered with one click", async () => {
      await show({ context: handedOver });
      const heard = await listen(page);
      await page.getByRole("button", { name: "Confirm : Ioana Marinescu-Pop" }).click();
      await page.getByRole("button", { name: "Not the same person : I. Marinescu" }).click();
      await page.getByRole("button", { name: "Undo : Ioana M." }).click();
      await page.getByText("Decided otherwise").click();
      await page.getByRole("button", { name: "Confirm : Dan Marinescu" }).click();
      expect(await heard()).toEqual([
        ["decide-link", { linkId: "lnk_strong", decision: "confirm" }],
        ["decide-link", { linkId: "lnk_weak", decision: "reject" }],
        ["decide-link", { linkId: "lnk_done", decision: "undo" }],
        ["decide-link", { linkId: "lnk_not", decision: "confirm" }],
      ]);
    });
    it("is only told where the page cannot decide", async () => {
      await show({ context: handedOver, actions: "insert" });
      await unfold(page);
      await page.getByText("May be the same person as").first().waitFor();
      expect(await page.getByRole("button", { name: /Confirm|Undo|Not the same/ }).count()).toBe(0);
    });
  });

  describe("which order it is about", () => {
    it("is the first thing to settle when several fit, each with its state and evidence", async () => {
      await show({ context: unsure });
      const heard = await listen(page);
      const text = clean(await page.getByRole("region").textContent());
      expect(text).toContain("Several orders fit.");
      expect(text).toContain("Order 10211 what the customer wrote fits it: “lingurile de lemn” Delivered");
      expect(text).toContain("Set de linguri din lemn, Șorț de bucătărie");
      expect(text).toContain("Order 9870 Cancelled");
      expect(text.indexOf("Order 10211")).toBeLessThan(text.indexOf("Ioana Marinescu"));
      // In one list, not once more below.
      expect(await page.getByRole("button", { name: /^Choose order/ }).count()).toBe(2);
      await page.getByRole("button", { name: "Choose order 9870" }).click();
      expect(await heard()).toEqual([["link-order", { orderRef: "woocommerce:9870" }]]);
    });
    it("says a stranger's number was named, and nothing of it", async () => {
      await show({ context: unsure });
      const source = await page.locator("askonce-panel").evaluate((panel) => panel.shadowRoot?.innerHTML ?? "");
      expect(source).toContain("A number that belongs to somebody else was named.");
      expect(source).not.toContain("77001");
    });
  });

  it("is known without an order, too, and says when its file is missing", async () => {
    await show({ context: { ...handedOver, order: null, orderChoice: "none" } });
    await row("Problem").waitFor();
    await page.close();
    page = await stage.open(null);
    await page.route("**/panel-known-*.js", (route) => route.abort());
    await placePanel(page, { context: { ...handedOver, order: null, orderChoice: "none" } });
    await page.getByText("What is known, items, amounts and the way of the parcels could not be loaded.").waitFor();
  });

  it.each([
    ["it", "Passato da Ioana Radu", "Potrebbe essere la stessa persona", "le fonti non concordano"],
    ["ro", "Predat de Ioana Radu", "Poate fi aceeași persoană cu", "sursele nu coincid"],
  ])("speaks %s", async (language, handed, same, disagree) => {
    await show({ context: handedOver, language });
    const text = clean(await page.getByRole("region").textContent());
    expect(text).toMatch(new RegExp(handed));
    expect(text).toContain(same);
    expect(text).toContain(disagree);
  });
});
