import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { lateSplit } from "./__fixtures__/contexts.ts";
import { barePacket, fullPacket, packetToken } from "./__fixtures__/packets.ts";
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
import { fixtureNowMs } from "./__fixtures__/parts.ts";
import { lowContrastTexts } from "./__fixtures__/rendered-contrast.ts";

const suite = chromiumPath ? "a packet, in Chromium" : "a packet, in Chromium (skipped: no Chromium found, set CHROMIUM_PATH)";

describe.skipIf(chromiumPath === null)(suite, () => {
  let stage: PanelStage;
  let page: Page;

  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage?.close());
  beforeEach(() => {
    stage.packets.clear();
    stage.packets.set(packetToken, fullPacket);
    stage.requests.length = 0;
  });
  afterEach(() => page?.close());

  const clean = (text: string | null) => (text ?? "").replaceAll(/[\s\u00a0]+/g, " ").trim();
  const panelText = async () => clean(await page.getByRole("region").textContent());
  const block = (name: string) => page.locator(".block", { has: page.locator("h3", { hasText: new RegExp(`^${name}$`) }) });
  const blockText = async (name: string) => clean(await block(name).textContent());

  async function show(settings: PanelSettings = {}) {
    page = await stage.open(null);
    await placePanel(page, { packet: packetToken, state: "idle", ...settings });
  }
  async function opened() {
    await page.getByText(fullPacket.ticket.subject).waitFor();
  }

  it("is read with nobody's token and shows who handed over, the note and until when it is valid", async () => {
    await show();
    await opened();
    expect(stage.requests).toEqual(["POST /api/v1/packets/read - application/json"]);
    const text = await panelText();
    expect(text).toContain("Signed packet, as it was Sat, Nov 21, 10:00 AM");
    expect(text).toContain("Valid until Sun, Nov 22, 10:00 AM (in 22 hours)");
    expect(text).toContain("Handed over by Ioana Radu 2 hours ago Clienta așteaptă un telefon.");
    expect(text).toContain("Left out or shortened to keep the packet small: messages, other orders.");
    expect(await page.getByRole("status").textContent()).toBe("Updated");
  });

  it("shows ticket, customer, order and parcels", async () => {
    await show();
    await opened();
    await unfold(page);
    expect(await blockText("Ticket 318")).toBe("Ticket 318 Al doilea colet <b>lipsește</b> Waiting emailchat Prefers Romanian");
    expect(await blockText("Customer")).toContain("Ioana Marinescu E-mail: ioana@example.test code verified Phone: +40722000111 claimed");
    expect(await panelText()).toContain(
      "Order 10482 Because: number in the customer's message: “#10482” Open Partly shipped RON 386.50 · Placed Sat, Nov 14, 11:12 AM Items2 1 × Ceainic emailat, verde, 1,5 l2 × Cană",
    );
    expect(
      await page
        .locator("article.parcel")
        .allTextContents()
        .then((all) => all.map(clean)),
    ).toEqual(["Sameday In transit Tracking number: 1ONBLN207683519 · late", "Unknown courier Label created No tracking number"]);
    expect(await panelText()).toContain("Order 9870 · Cancelled · Placed Feb 3, 2025");
  });

  it("shows what is known by group and source, what disagrees, what is old, what was asked and what was tried", async () => {
    await show();
    await opened();
    const row = (name: string) => page.locator(".fact", { has: page.locator("dt", { hasText: name }) });
    expect(await row("Order number").locator(".value").count()).toBe(1);
    expect(clean(await row("Order number").locator(".source").textContent())).toBe("a message, the order · 2 hr. ago");
    expect(await row("Postcode").locator("bdi").allTextContents()).toEqual(["400174", "400347"]);
    await row("Postcode").getByText("the sources disagree").waitFor();
    await row("Delivery date").getByText("check again").waitFor();
    expect(await row("Already tried").count()).toBe(0);
    expect(await blockText("What we know")).toContain("Asked, not answered yet Photo of the label asked 1 day ago by an agent");
    expect(await blockText("What the customer has tried")).toContain("A sunat curierul de două ori");
  });

  it("calls a fact contradicted whose other side was cut", async () => {
    stage.packets.set(packetToken, { ...fullPacket, facts: fullPacket.facts.slice(0, 4), truncated: ["facts"] });
    await show();
    await opened();
    expect(await page.getByText("the sources disagree").count()).toBe(1);
    await page.getByText("to keep the packet small: what is known.").waitFor();
  });

  it("shows incidents, promises and the last messages, notes apart and texts as texts", async () => {
    await show();
    await opened();
    expect(await blockText("Incidents")).toBe("Incidents Late since Thu, Nov 19, 9:00 AM · 2 days ago open");
    expect(await blockText("Promises")).toContain("Delivery by Wed, Nov 18, 11:59 PM broken sameday · said Mon, Nov 16, 10:00 AM");
    expect(await blockText("Promises")).toContain("Call back by Sat, Nov 21, 5:00 PM open, in 5 hours Ioana Radu");
    const messages = block("Last messages").locator("li");
    expect((await messages.allTextContents()).map(clean)).toEqual([
      "Customer · email · Fri, Nov 20, 10:00 AM Bună ziua, nu am primit al doilea colet. <img src=x onerror=alert(1)>",
      "Shop · email · Fri, Nov 20, 11:00 AM Ne interesăm la curier.",
      "Note · Internal: never send · Sat, Nov 21, 9:45 AM Depozitul Cluj nu răspunde.",
    ]);
    expect(await page.locator("askonce-panel img, askonce-panel b").count()).toBe(0);
  });

  it("can be little: nobody known, no order, made by a machine", async () => {
    stage.packets.set(packetToken, barePacket);
    await show();
    await page.getByText("Nobody is linked to this ticket.").waitFor();
    const text = await panelText();
    expect(text).toContain("Handed over by an automatic process");
    expect(text).toContain("No order is linked to this ticket.");
    for (const absent of ["Left out", "What we know", "Incidents", "Promises", "Last messages", "Parcels"])
      expect(text).not.toContain(absent);
  });

  it("has values that no version of this panel knows as they are", async () => {
    stage.packets.set(packetToken, {
      ...fullPacket,
      incidents: [{ id: "inc_2", kind: "eaten_by_dog", state: "toString", openedAt: fullPacket.issuedAt }],
      promises: [{ kind: "constructor", madeBy: "agent", madeAt: fullPacket.issuedAt, dueAt: fullPacket.issuedAt, state: "valueOf" }],
      truncated: ["somethingNew"],
    });
    await show();
    await opened();
    const text = await panelText();
    for (const word of ["eaten_by_dog", "toString", "constructor by", "valueOf", "small: somethingNew."]) expect(text).toContain(word);
  });

  describe("what can be done with it", () => {
    it("is nothing, without a button, unless the page says that it takes texts", async () => {
      await show();
      await opened();
      expect(await page.getByRole("button").count()).toBe(0);
      await show({ actions: "link tickets identity" });
      await opened();
      expect(await page.getByRole("button").count()).toBe(0);
    });
    it("is putting a value into a reply where the page does", async () => {
      await show({ actions: "insert" });
      await opened();
      const heard = await listen(page);
      await page.getByRole("button", { name: "1ONBLN207683519" }).click();
      await page.getByRole("button", { name: "Ceainicul nu a ajuns" }).click();
      expect(await heard()).toEqual([
        ["insert-text", { text: "1ONBLN207683519" }],
        ["insert-text", { text: "Ceainicul nu a ajuns" }],
      ]);
      expect(await page.getByRole("button", { name: /Choose|Not this order|Refresh|Copy/ }).count()).toBe(0);
    });
  });

  describe("that cannot be shown", () => {
    it("shows that it is being opened", async () => {
      page = await stage.open(null);
      await page.route("**/packets/read", () => {});
      await placePanel(page, { packet: packetToken, state: "idle" });
      await page.locator(".skeleton").waitFor();
      expect(await page.getByRole("region").getAttribute("aria-busy")).toBe("true");
    });
    it.each([packetToken.replace("c2l", "xxx"), ""])(
      "says clearly that it is not valid, and does not offer to try again",
      async (token) => {
        await show({ packet: token });
        const alert = page.getByRole("alert");
        await alert.getByText("This packet cannot be opened").waitFor();
        expect(clean(await alert.textContent())).toContain(
          "It is over, was changed on its way, or is from another shop. Ask whoever gave it",
        );
        expect(await page.getByRole("button").count()).toBe(0);
      },
    );
    it("tells a failing server and tries again", async () => {
      stage.packets.set(packetToken, 502);
      await show();
      await page.getByRole("alert").getByText("The server answered with an error.").waitFor();
      stage.packets.set(packetToken, fullPacket);
      await page.getByRole("button", { name: "Try again" }).click();
      await opened();
      expect(await page.getByRole("alert").count()).toBe(0);
    });
    it("opens by itself when the network is back", async () => {
      page = await stage.open(null);
      // What reads packets must be here before the network goes.
      await placePanel(page, { packet: packetToken, state: "idle" });
      await opened();
      await page.context().setOffline(true);
      await placePanel(page, { packet: packetToken, state: "idle" });
      await page.getByRole("alert").getByText("You are offline. The packet opens as soon as there is a connection.").waitFor();
      await page.context().setOffline(false);
      await opened();
      expect(await page.getByRole("alert").count()).toBe(0);
    });
    it("says so when the file that reads packets is missing, and tries again", async () => {
      page = await stage.open(null);
      await page.route("**/panel-packet-*.js", (route) => route.abort(), { times: 1 });
      await placePanel(page, { packet: packetToken, state: "idle" });
      await page.getByRole("alert").getByText("The server did not answer.").waitFor();
      expect(stage.requests).toEqual([]);
      await page.getByRole("button", { name: "Try again" }).click();
      await opened();
    });
    it("is gone from the screen when its time is over", async () => {
      await show();
      await opened();
      await changePanel(page, { now: Date.parse(fullPacket.expiresAt) - 1 });
      await opened();
      await changePanel(page, { now: Date.parse(fullPacket.expiresAt) });
      await page.getByRole("alert").getByText("This packet is over").waitFor();
      const text = await panelText();
      expect(text).toContain("It could be read until Sun, Nov 22, 10:00 AM.");
      expect(text).not.toContain("Ioana");
    });
    it("goes by the packet where the machine's clock cannot be right", async () => {
      stage.packets.set(packetToken, { ...fullPacket, issuedAt: "2001-11-21T08:00:00Z", expiresAt: "2001-11-22T08:30:00Z" });
      await show({ now: undefined });
      await opened();
      expect(await panelText()).toContain("(in 1 day)");
    });
    it("stays under a failure that may pass, and goes with one that does not", async () => {
      await show();
      await opened();
      const reload = () => page.locator("askonce-panel").evaluate((panel) => (panel as unknown as { reload(): void }).reload());
      stage.packets.set(packetToken, 502);
      await reload();
      await page.getByRole("alert").getByText("What you see below is from before.").waitFor();
      await opened();
      stage.packets.set(packetToken, "PACKET_INVALID");
      await reload();
      await page.getByRole("alert").getByText("This packet cannot be opened").waitFor();
      expect(await panelText()).not.toContain("Ioana");
    });
  });

  it("opens from the link's fragment as the README shows, and stands in no address", async () => {
    page = await stage.open(null);
    const addresses: string[] = [];
    page.on("request", (request) => addresses.push(request.url(), request.headers().referer ?? ""));
    await page.goto(`${stage.origin}/#packet=${packetToken}`);
    await page.reload();
    await page.evaluate(() => {
      document.body.innerHTML = '<askonce-panel base-url="/"></askonce-panel>';
      const panel = document.querySelector("askonce-panel") as unknown as { packet: string };
      panel.packet = new URLSearchParams(location.hash.slice(1)).get("packet") ?? "";
      history.replaceState(null, "", location.pathname);
    });
    await expect.poll(() => stage.requests).toEqual(["POST /api/v1/packets/read - application/json"]);
    await opened();
    expect(addresses.filter((address) => address.replace(/#.*/, "").includes(packetToken))).toEqual([]);
    expect(addresses.some((address) => address.endsWith("/packets/read"))).toBe(true);
    expect(page.url()).toBe(`${stage.origin}/`);
  });

  it("takes the place of a ticket, and gives it back", async () => {
    page = await stage.open({ context: lateSplit });
    await page.getByRole("heading", { name: "3 days late" }).waitFor();
    await page.locator("askonce-panel").evaluate((panel, token) => panel.setAttribute("packet", token), packetToken);
    await opened();
    expect(await page.getByRole("heading", { name: "3 days late" }).count()).toBe(0);
    await page.locator("askonce-panel").evaluate((panel) => panel.removeAttribute("packet"));
    await page.getByRole("heading", { name: "3 days late" }).waitFor();
    expect(await page.getByText(fullPacket.ticket.subject).count()).toBe(0);
  });

  it("does not show the answer to what was asked before", async () => {
    page = await stage.open(null);
    const other = `${packetToken}2`;
    stage.packets.set(other, barePacket);
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route("**/packets/read", async (route) => {
      if (!route.request().postData()?.includes(other)) await held;
      await route.continue().catch(() => {});
    });
    await placePanel(page, { packet: packetToken, state: "idle" });
    await changePanel(page, { packet: other });
    await page.getByText("Nobody is linked to this ticket.").waitFor();
    release();
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
    expect(await panelText()).not.toContain("Ioana");
  });

  it.each([
    [
      "it",
      "Passato da Ioana Radu",
      "Valido fino a",
      "per limitare le dimensioni: messaggi, altri ordini.",
      "Ultimi messaggi",
      "in ritardo",
    ],
    ["ro", "Predat de Ioana Radu", "Valabil până", "ca pachetul să rămână mic: mesaje, alte comenzi.", "Ultimele mesaje", "întârziat"],
  ])("speaks %s, at once and when the language changes", async (language, ...texts) => {
    await show({ language });
    await opened();
    const first = await panelText();
    for (const text of texts) expect(first).toContain(text);
    await show();
    await opened();
    await changePanel(page, { language });
    await expect.poll(panelText).toContain(texts[0]);
    // All but what was announced, which was in the language of that moment.
    const withoutNews = (text: string) => text.replace(/^\S+ /, "");
    expect(withoutNews(await panelText())).toBe(withoutNews(first));
  });

  it.each([
    ["light", "en"],
    ["dark", "en"],
    ["light", "it"],
    ["dark", "ro"],
  ])("is readable and fits 320 pixels in %s, %s", async (theme, language) => {
    page = await stage.open(null, { viewport: { width: 320, height: 800 } });
    await placePanel(page, { packet: packetToken, state: "idle", theme, language, actions: "insert", now: fixtureNowMs });
    await opened();
    await unfold(page);
    expect(await lowContrastTexts(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    const cut = await page
      .locator("askonce-panel")
      .evaluate((panel) =>
        [...(panel.shadowRoot?.querySelectorAll("*") ?? [])]
          .filter((each) => each.getBoundingClientRect().right > 320.5 && !each.closest(".sr, .tip"))
          .map((each) => each.outerHTML.slice(0, 80)),
      );
    expect(cut).toEqual([]);
  });
});
