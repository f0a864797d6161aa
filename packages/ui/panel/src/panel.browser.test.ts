import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import * as contexts from "./__fixtures__/contexts.ts";
import { contradictory, deliveredLate, inLocker } from "./__fixtures__/delivery-contexts.ts";
import { hostile } from "./__fixtures__/hostile-context.ts";
import { handedOver, unsure } from "./__fixtures__/known-contexts.ts";
import {
  changePanel,
  chromiumPath,
  listen,
  openStage,
  type PanelSettings,
  type PanelStage,
  placePanel,
  unfold,
} from "./__fixtures__/panel-stage.ts";
import { lowContrastTexts } from "./__fixtures__/rendered-contrast.ts";

const { delivered, foreignLinked, lateSplit, newcomer, nobody, refunded, undecided } = contexts;
const suite = chromiumPath ? "<askonce-panel> in Chromium" : "<askonce-panel> in Chromium (skipped: no Chromium found, set CHROMIUM_PATH)";

describe.skipIf(chromiumPath === null)(suite, () => {
  let stage: PanelStage;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage?.close());
  afterEach(async () => {
    await page?.close();
    expect(problems.splice(0), "console and page errors").toEqual([]);
  });

  async function show(settings: PanelSettings | null, options: Parameters<PanelStage["open"]>[1] = {}) {
    page = await stage.open(null, options);
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("console", (message) => {
      // A language file that is refused is a test's own doing.
      if (message.type() === "error" && !message.text().includes("net::ERR_FAILED")) problems.push(message.text());
    });
    if (settings) await placePanel(page, settings);
  }
  const status = () => page.getByRole("status").textContent();

  describe("what it shows", () => {
    it("says first where the parcel is and that it is late, under a strict content policy", async () => {
      await show({ context: lateSplit });
      const tree = await page.locator("askonce-panel").ariaSnapshot();
      expect(tree).toMatch(/^- region "Customer and order":/);
      expect(tree.indexOf('heading "3 days late"')).toBeLessThan(tree.indexOf('heading "Customer"'));
      for (const part of [
        /paragraph: 1 of 2 parcels delivered · In transit · Promised for Wed, Nov 18 · Last scan 6 days ago in Sibiu/,
        /number in the customer's message: “comanda #10482”/,
        /button "Order 10482 \(insert into the reply\)"/,
        /button "Not this order"/,
        /button "Copy Tracking number"/,
        /link "Track ↗? ?\(opens in a new tab\)"/,
        /heading "Sameday Parcel 2 of 2" \[level=4\]/,
        /list "Progress"/,
        /3 ordered, 2 now/,
        /Internal: never send/,
        /returns: the shop has no such feature \(a returns plugin\)/,
        /Source: a message: .*comanda #10482, ceainicul nu a ajuns/,
      ]) {
        expect(tree.replaceAll("\u00a0", " ")).toMatch(part);
      }
    });
    it("marks where the parcel stands on its way", async () => {
      await show({ context: lateSplit });
      const steps = page.locator("[aria-current=step]");
      expect((await steps.allTextContents()).map((text) => text.trim())).toEqual(["DeliveredTue, Nov 17", "In transitSun, Nov 15"]);
    });
    it("shows both currencies, and the return", async () => {
      await show({ context: delivered, language: "it" });
      const text = ((await page.getByRole("region").textContent()) ?? "").replaceAll("\u00a0", " ");
      expect(text).toMatch(/Totale\s+397,50 RON\s+nella valuta del negozio\s+79,90 €/);
      expect(text).toContain("Troppo grande");
      expect(text).toContain("il cliente ha scritto dalla pagina di questo ordine");
    });
    it("says a stranger's number was named, and nothing of it", async () => {
      await show({ context: undecided });
      const text = await page.locator("askonce-panel").evaluate((panel) => panel.shadowRoot?.innerHTML ?? "");
      expect(text).toContain("A number that belongs to somebody else was named.");
      expect(text).not.toContain("77001");
    });
    it("is honest when nobody and nothing is known", async () => {
      await show({ context: nobody });
      const text = await page.getByRole("region").textContent();
      expect(text).toContain("The customer is not known yet");
      expect(text).toContain("history is still being fetched");
      expect(text).toContain("The token was revoked: reconnect the shop.");
      await placePanel(page, { context: newcomer });
      expect(await page.getByRole("region").textContent()).toContain(
        "The shop's history is still being fetched, so orders may be missing.",
      );
    });
    it("warns before an order is shared with somebody else, and of its age", async () => {
      await show({ context: foreignLinked });
      await page.getByText("The contact details are not this customer's.").waitFor();
      await page.getByText("May be out of date").waitFor();
    });
  });

  describe("what it tells the page", () => {
    it("sends every click with its detail out of the shadow", async () => {
      await show({ context: undecided });
      const heard = await listen(page);
      await page.getByRole("button", { name: "Choose order 10211" }).click();
      await page.getByRole("button", { name: /^ioana.marinescu@example.ro/ }).click();
      await page.getByText("Earlier tickets").click();
      await page.getByRole("button", { name: /^Open ticket 201/ }).click();
      await page.getByRole("button", { name: "Refresh" }).click();
      await changePanel(page, { context: lateSplit });
      await page.getByRole("button", { name: "Not this order" }).click();
      expect(await heard()).toEqual([
        ["link-order", { orderRef: "woocommerce:10211" }],
        ["insert-text", { text: "ioana.marinescu@example.ro" }],
        ["open-ticket", { ticketId: "tkt_201" }],
        ["refresh", null],
        ["unlink-order", { orderRef: "woocommerce:10482" }],
      ]);
    });
    it("shows no control that leads nowhere", async () => {
      await show({ context: lateSplit, actions: "" });
      await unfold(page);
      const names = await page.getByRole("button").evaluateAll((buttons) => buttons.map((each) => each.ariaLabel));
      expect(new Set(names)).toEqual(new Set(["Refresh", "Copy Tracking number"]));
    });
    it("copies, and says so; or says that it was refused", async () => {
      await show({ context: lateSplit }, { permissions: ["clipboard-read", "clipboard-write"] });
      await page.getByRole("button", { name: "Copy Tracking number" }).last().click();
      await page.getByRole("button", { name: "Copied" }).waitFor();
      expect(await status()).toBe("Copied");
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("1ONBLN207683519");
      await page.evaluate(() => {
        navigator.clipboard.writeText = () => Promise.reject(new Error("refused"));
      });
      await page.getByRole("button", { name: "Copy Tracking number" }).first().click();
      await page.getByText("The browser refused to copy.").waitFor({ state: "attached" });
    });
  });

  describe("its states", () => {
    it("is busy, then updated, and keeps what it shows while it refreshes", async () => {
      await show({ state: "loading" });
      const region = page.getByRole("region");
      expect(await region.getAttribute("aria-busy")).toBe("true");
      expect(await status()).toBe("Loading customer and orders");
      await changePanel(page, { context: delivered, state: "ready" });
      expect(await region.getAttribute("aria-busy")).toBe("false");
      expect(await status()).toBe("Updated");
      await changePanel(page, { state: "loading" });
      expect(await status()).toBe("Refreshing…");
      await page.getByRole("heading", { name: /^Delivered Tue/ }).waitFor();
    });
    it("tells an error with a way on, above what was known", async () => {
      const error = { title: "The server is busy", detail: "Try later.", retryable: true };
      await show({ state: "error", error });
      const heard = await listen(page);
      await page.getByRole("alert").getByRole("button", { name: "Try again" }).click();
      expect(await heard()).toEqual([["refresh", null]]);
      await changePanel(page, { context: delivered });
      expect(await page.getByRole("alert").textContent()).toContain("What you see below is from before.");
      await page.getByRole("heading", { name: /^Delivered Tue/ }).waitFor();
      await changePanel(page, { error: { ...error, retryable: false } });
      expect(await page.getByRole("button", { name: "Try again" }).count()).toBe(0);
    });
    it("asks for a ticket when there is none", async () => {
      await show({ state: "idle" });
      await page.getByRole("heading", { name: "No ticket open" }).waitFor();
    });
    it("grows older by its own time, whatever the agent's clock says", async () => {
      await show(null);
      await page.clock.install({ time: new Date("2031-01-01T00:00:00Z") });
      await placePanel(page, { context: lateSplit, now: undefined });
      await page.getByText("WooCommerce · 3 min. ago").waitFor();
      await page.clock.runFor(5.5 * 60_000);
      await page.getByText("WooCommerce · 8 min. ago").waitFor();
      await page.getByRole("heading", { name: "3 days late" }).waitFor();
    });
    it("keeps folds and focus over a refresh, and begins anew with another ticket", async () => {
      await show({ context: lateSplit });
      await page.getByText("Other orders").click();
      await page.getByRole("button", { name: "Choose order 10211" }).focus();
      await changePanel(page, { context: { ...lateSplit, generatedAt: "2026-11-21T10:01:00Z" } });
      expect(await page.evaluate(() => document.querySelector("askonce-panel")?.shadowRoot?.activeElement?.ariaLabel)).toBe(
        "Choose order 10211",
      );
      await changePanel(page, { context: { ...lateSplit, ticket: { ...lateSplit.ticket, id: "tkt_other" } } });
      expect(await page.getByRole("button", { name: "Choose order 10211" }).count()).toBe(0);
    });
  });

  describe("by keyboard", () => {
    it("reaches every control in reading order, each with a name and a visible focus", async () => {
      await show({ context: lateSplit });
      await unfold(page);
      const expected = await page
        .locator("askonce-panel")
        .evaluate((panel) => panel.shadowRoot?.querySelectorAll("button, a[href], summary").length ?? 0);
      expect(expected).toBeGreaterThan(30);
      const reached: { name: string; outline: number; y: number }[] = [];
      for (let index = 0; index < expected; index += 1) {
        await page.keyboard.press("Tab");
        const at = await page.evaluate(() => {
          const active = document.querySelector("askonce-panel")?.shadowRoot?.activeElement;
          if (!active) return null;
          const style = getComputedStyle(active);
          return {
            name: active.ariaLabel ?? active.textContent?.trim() ?? "",
            outline: style.outlineStyle === "none" ? 0 : Number.parseFloat(style.outlineWidth),
            y: active.getBoundingClientRect().top + window.scrollY,
          };
        });
        if (at) reached.push(at);
      }
      expect(reached.length).toBe(expected);
      expect(reached.filter((each) => each.name === "" || each.outline < 2)).toEqual([]);
      // Down the page, allowing for a control beside what it belongs to.
      expect(reached.filter((each, index) => each.y < (reached[index - 1]?.y ?? 0) - 90)).toEqual([]);
    });
    it("folds with Enter, and Escape sends a source note away", async () => {
      await show({ context: lateSplit });
      await page.locator("summary", { hasText: "Addresses" }).press("Enter");
      await page.getByText("Same as the delivery address").waitFor();
      const tip = page.locator(".tip").first();
      const opacity = () => tip.evaluate((each) => getComputedStyle(each).clipPath);
      await page.locator(".fact .insert").first().focus();
      expect(await opacity()).toBe("none");
      await page.keyboard.press("Escape");
      expect(await opacity()).not.toBe("none");
    });
  });

  describe("on every page", () => {
    const all = {
      contradictory,
      delivered,
      deliveredLate,
      foreignLinked,
      handedOver,
      inLocker,
      hostile,
      lateSplit,
      newcomer,
      nobody,
      refunded,
      undecided,
      unsure,
    };

    it("never scrolls sideways, at 320 and 480 pixels, in all languages, with all open", async () => {
      await show(null);
      for (const width of [320, 480]) {
        await page.setViewportSize({ width, height: 800 });
        for (const language of ["en", "it", "ro"]) {
          for (const [name, context] of Object.entries(all)) {
            await placePanel(page, { context, language });
            await unfold(page);
            const over = await page.evaluate(() => {
              const panel = document.querySelector("askonce-panel");
              const inner = [...(panel?.shadowRoot?.querySelectorAll("*") ?? [])].filter(
                (each) => !each.closest(".sr, .way li > span, .tip"),
              );
              const right = Math.max(...inner.map((each) => each.getBoundingClientRect().right));
              return Math.max(document.documentElement.scrollWidth, right) - window.innerWidth;
            });
            expect(over, `${name} ${language} ${width}`).toBeLessThanOrEqual(0);
          }
        }
      }
    });
    it.each([
      ["light by the system", {}, { colorScheme: "light" as const }],
      ["dark by the system", {}, { colorScheme: "dark" as const }],
      ["dark by attribute", { theme: "dark" }, { colorScheme: "light" as const }],
      ["light by attribute", { theme: "light" }, { colorScheme: "dark" as const }],
    ])("renders readable text: %s", async (name, settings, options) => {
      await show(null, options);
      for (const context of Object.values(all)) {
        await placePanel(page, { context, ...settings });
        await unfold(page);
        expect(await lowContrastTexts(page)).toEqual([]);
      }
      const background = await page.locator("askonce-panel").evaluate((panel) => getComputedStyle(panel).backgroundColor);
      expect(background).toBe(name.startsWith("dark") ? "rgb(21, 24, 30)" : "rgb(255, 255, 255)");
    });
    it("takes a page's own colors", async () => {
      await show({ context: delivered });
      await page.locator("askonce-panel").evaluate((panel) => panel.style.setProperty("--askonce-accent", "rgb(120, 0, 90)"));
      expect(await page.getByRole("link", { name: /^Track/ }).evaluate((link) => getComputedStyle(link).color)).toBe("rgb(120, 0, 90)");
    });
    it("does not move when motion is not wanted", async () => {
      await show({ state: "loading" }, { reducedMotion: "reduce" });
      expect(
        await page
          .locator(".bone")
          .first()
          .evaluate((bone) => getComputedStyle(bone).animationName),
      ).toBe("none");
      await page.emulateMedia({ reducedMotion: "no-preference" });
      expect(
        await page
          .locator(".bone")
          .first()
          .evaluate((bone) => getComputedStyle(bone).animationName),
      ).toBe("breathe");
    });
    it("runs nothing and links nowhere that a vendor wrote", async () => {
      await show({ context: hostile });
      await unfold(page);
      const found = await page.locator("askonce-panel").evaluate((panel) => ({
        scripts: panel.shadowRoot?.querySelectorAll("script, img[onerror], [src^='x']").length,
        links: [...(panel.shadowRoot?.querySelectorAll("a") ?? [])].map((each) => each.protocol),
        hacked: "hacked" in window,
      }));
      expect(found.scripts).toBe(0);
      expect(found.hacked).toBe(false);
      expect(new Set(found.links)).toEqual(new Set(["https:"]));
    });
    it("keeps pictures and links from telling where they are", async () => {
      await show({ context: lateSplit });
      const pictures = await page.locator("img").evaluateAll((all) => all.map((each) => (each as HTMLImageElement).referrerPolicy));
      expect(pictures).toEqual(["no-referrer", "no-referrer"]);
      expect(
        await page
          .getByRole("link")
          .evaluateAll((all) => all.filter((each) => (each as HTMLAnchorElement).rel !== "noopener noreferrer").length),
      ).toBe(0);
    });
  });

  describe("languages", () => {
    it.each([
      ["it", "In ritardo di 3 giorni", "21 ordini"],
      ["ro-RO", "Întârziere de 3 zile", "21 de comenzi"],
    ])("speaks %s", async (language, title, count) => {
      await show({ context: lateSplit, language });
      await page.getByRole("heading", { name: title }).waitFor();
      expect(await page.getByRole("region").textContent()).toContain(count);
      expect(await page.locator("section.panel").getAttribute("lang")).toBe(language.slice(0, 2));
    });
    it("reads English when a language cannot be fetched", async () => {
      await show(null);
      await page.route("**/ro-*.js", (route) => route.abort());
      await placePanel(page, { context: lateSplit, language: "ro" });
      await page.getByRole("heading", { name: "3 days late" }).waitFor();
    });
    it("shows states and numbers without the file of details, and says that it is missing", async () => {
      await show(null);
      await page.route("**/panel-details-*.js", (route) => route.abort());
      await placePanel(page, { context: lateSplit });
      await page.getByRole("heading", { name: "3 days late" }).waitFor();
      await page.getByText("could not be loaded. Reload the page.").waitFor();
      expect(await page.getByRole("heading", { name: "Sameday Parcel 2 of 2" }).count()).toBe(1);
      expect(await page.getByRole("list", { name: "Progress" }).count()).toBe(0);
    });
    it("stays small: the first look at once, details and other languages on demand", () => {
      const size = (name: string) => stage.sizes.get(name) ?? Number.NaN;
      expect([...stage.sizes.keys()].sort()).toEqual([
        "chunk",
        "it",
        "it-deliveries",
        "it-known",
        "it-packet",
        "panel-details",
        "panel-known",
        "panel-packet",
        "register",
        "ro",
        "ro-deliveries",
        "ro-known",
        "ro-packet",
      ]);
      // `register` imports the chunks, which it shares with the details: all of them come at once.
      expect(size("register") + size("chunk")).toBeLessThanOrEqual(25_000);
      expect(size("panel-details")).toBeLessThanOrEqual(10_000);
      expect(size("panel-known")).toBeLessThanOrEqual(5_000);
      expect(size("panel-packet")).toBeLessThanOrEqual(5_000);
      for (const language of ["it", "ro"]) {
        expect(size(language)).toBeLessThanOrEqual(5_000);
        expect(size(`${language}-deliveries`)).toBeLessThanOrEqual(3_000);
        expect(size(`${language}-known`)).toBeLessThanOrEqual(2_000);
        expect(size(`${language}-packet`)).toBeLessThanOrEqual(1_000);
      }
    });
  });
});
