import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import * as contexts from "./__fixtures__/contexts.ts";
import { contradictory, deliveredLate, inLocker } from "./__fixtures__/delivery-contexts.ts";
import { chromiumPath, openStage, type PanelSettings, type PanelStage, placePanel, unfold } from "./__fixtures__/panel-stage.ts";

const { delivered, lateSplit } = contexts;
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
  const _status = () => page.getByRole("status").textContent();

  describe("deliveries", () => {
    const text = async () => ((await page.getByRole("region").textContent()) ?? "").replaceAll(/[\s\u00a0]+/g, " ");

    it("holds the promise against reality in words", async () => {
      await show({ context: lateSplit });
      const late = page.getByRole("article").filter({ hasText: "Parcel 2 of 2" });
      const said = ((await late.textContent()) ?? "").replaceAll(/[\s\u00a0]+/g, " ");
      for (const part of [
        "Promised for Wed, Nov 18",
        "3 days late · very late",
        "now expected Tue, Nov 24",
        "A scan has been due since Wed, Nov 18",
      ]) {
        expect(said).toContain(part);
      }
      expect(said).toContain("According to Sameday, asked 20 minutes ago · next look in 20 minutes");
      expect(said).toMatch(/Misrouted says the courier.*over since Sun, Nov 15/);
      await placePanel(page, { context: deliveredLate });
      expect(await text()).toContain("Promised for Mon, Nov 2 delivered 1 day late");
      await placePanel(page, { context: contradictory });
      expect(await text()).toContain("Promised for Sun, Nov 22 expected 1 day after the promised day");
      const calm = structuredClone(contradictory);
      const [state] = calm.order?.delivery.parcels ?? [];
      if (state) state.lateness = { ...state.lateness, state: "on_time", risk: null };
      await placePanel(page, { context: calm });
      expect(await text()).toContain("Promised for Sun, Nov 22 due tomorrow");
      await placePanel(page, { context: calm, now: Date.parse("2026-11-22T10:00:00Z") });
      expect(await text()).toContain("Promised for Sun, Nov 22 due today");
    });
    it("keeps the promised day in the zone of the delivery", async () => {
      await show({ context: lateSplit }, { timezoneId: "Asia/Tokyo" });
      await page.getByRole("heading", { name: "3 days late" }).waitFor();
      expect(await text()).toContain("Promised for Wed, Nov 18");
    });
    it("draws the overdue part after the promise, and none where there is none", async () => {
      await show({ context: lateSplit });
      const lines = page.locator(".rail .overdue");
      expect(await lines.count()).toBe(1);
      const [flag, start] = await lines.evaluate((line) => [
        line.parentElement?.querySelector("svg")?.getAttribute("x"),
        line.getAttribute("x1"),
      ]);
      expect(flag).toBe(start);
      await placePanel(page, { context: delivered });
      expect(await page.locator(".rail .overdue").count()).toBe(0);
    });
    it("puts sources side by side when they cannot both be right, and says when one could not be asked", async () => {
      await show({ context: contradictory });
      const sides = page.locator(".beside > li");
      expect((await sides.allTextContents()).map((each) => each.replaceAll(/[\s\u00a0]+/g, " ").trim())).toEqual([
        expect.stringMatching(/^Sameday Out for delivery 33 as of Sat, Nov 21, 8:20 AM · asked 20 minutes ago/),
        expect.stringMatching(/^WooCommerce Delivered livrat .*The last look failed \(TIMED_OUT\)/),
      ]);
    });
    it("shows boxes of one number and scans that do not count as what they are", async () => {
      await show({ context: contradictory });
      await unfold(page);
      const all = await text();
      expect(all).toContain("2 boxes under this number");
      expect(all).toMatch(/Delivered ?9? ?1ONBLN207683519001 · last scan/);
      expect(all).toMatch(/Not counted: lies in the future Mon, Dec 21/);
      expect(all).toMatch(/State unknown Not counted: a word we do not know .* Colet reambalat la hub/);
      expect(all).toMatch(/Not counted: older than the order Mar 2, 2025/);
    });
    it("says where it waits, until when, and that this is assumed", async () => {
      await show({ context: inLocker });
      const all = await text();
      expect(all).toContain("Waiting at easybox Gara Iași · until Sun, Nov 22, 9:00 AM · in 21 hours · our assumption");
      expect(all).toContain("there 2 days late");
      expect(all).toContain("To be collected until Sun, Nov 22, 9:00 AM (our assumption)");
    });
    it("lists incidents with their evidence, an unknown code as it is, and folds closed ones", async () => {
      await show({ context: lateSplit });
      const all = await text();
      expect(all).toMatch(/Late open since Thu, Nov 19, 12:00 AM · 2 days ago · 1ONBLN207683519/);
      expect(all).toContain("The promised moment passed: Wed, Nov 18, 11:59 PM worked out from the dates");
      expect(all).toMatch(/No movement suspected/);
      expect(all).toMatch(/depot_silent Depozit fără curent says the courier/);
      const closed = page.locator("details", { hasText: "Closed incidents" });
      expect(await closed.getAttribute("open")).toBeNull();
      expect(await closed.textContent()).toContain("it moved again");
    });
    it("lists promises with their clocks", async () => {
      await show({ context: lateSplit });
      const all = await text();
      expect(all).toMatch(/Delivery by Wed, Nov 18 ?broken Thu, Nov 19 seen at checkout \(WooCommerce\) · said .* · measured by this/);
      expect(all).toMatch(/Reply by Sat, Nov 21, 4:00 PM ?open, in 4 hours an agent's word \(Elena Popescu\)/);
      expect(all).toMatch(/the buyer did not see it/);
      expect(await page.locator("details", { hasText: "Kept and replaced promises" }).textContent()).toContain("Refund by");
    });
    it("warns of a storm above everything else, with how sure that is", async () => {
      await show({ context: lateSplit });
      const storm = page.locator(".storm");
      expect(await storm.textContent()).toContain("Late, many at once: depot Sibiu, Sameday");
      expect(await storm.textContent()).toContain("14 parcels since Tue, Nov 17; usual in that time: 1.3.");
      expect(await storm.getAttribute("title")).toBe("Chance alone would make 0.21 such alarms a year in this shop.");
      await storm.locator("summary").press("Enter");
      await storm.getByText("Chance alone would make").waitFor();
    });
  });
});
