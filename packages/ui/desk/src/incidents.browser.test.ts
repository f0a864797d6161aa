import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { chromiumHint, deskStage, hasChromium } from "./__fixtures__/desk-stage.ts";

describe.skipIf(!hasChromium)(`incidents at the desk in Chromium ${chromiumHint}`, () => {
  const desk = deskStage();
  const { open, row } = desk;

  describe("incidents", () => {
    const incident = (page: Page, name: string) => page.locator("a.ticket-row", { hasText: name });

    it("are listed beside the tickets, filtered, and open with their order", async () => {
      const page = await open("");
      await page.getByRole("link", { name: "Incidents" }).click();
      await incident(page, "Order 10482").waitFor();
      expect(await page.locator("a.ticket-row").count()).toBe(3);
      await page.getByRole("combobox", { name: "Kind" }).selectOption({ label: "Damaged" });
      await expect.poll(() => page.locator("a.ticket-row").count()).toBe(1);
      await page.getByRole("combobox", { name: "Kind" }).selectOption({ label: "Every kind" });
      await page.getByRole("radio", { name: "All" }).check();
      await expect.poll(() => page.locator("a.ticket-row").count()).toBe(4);
      await incident(page, "Order 10482").click();
      await page.getByRole("heading", { name: "Late", level: 1 }).waitFor();
      const panel = page.locator("askonce-panel");
      await panel.getByText("2XT771204").first().waitFor();
      await panel.getByText("The promised moment passed").waitFor();
      expect(await panel.getByRole("button", { name: "Not this order" }).count()).toBe(0);
      await panel.getByRole("button", { name: "Refresh" }).click();
      await expect.poll(() => desk.api.calls).toContain("POST /deliveries/track");
      await page.getByRole("link", { name: "#1042" }).click();
      await page.getByRole("heading", { name: "Coletul nu a ajuns" }).waitFor();
    });

    it("are looked after and closed with a reason", async () => {
      const page = await open("#/incidents/inc_late");
      await page.getByRole("button", { name: "Look after it" }).click();
      await expect.poll(() => desk.api.seed.deliveries.incidents[0]).toMatchObject({ ownerId: "agt_elena", version: 2 });
      await page.getByRole("combobox", { name: "Assignee" }).selectOption({ label: "Marco Bianchi" });
      await expect.poll(() => desk.api.seed.deliveries.incidents[0]?.ownerId).toBe("agt_marco");
      await page.getByRole("button", { name: "Close the incident" }).click();
      const dialog = page.getByRole("dialog", { name: "Close: Late" });
      const confirm = dialog.getByRole("button", { name: "Close the incident" });
      expect(await confirm.isDisabled()).toBe(true);
      await dialog.getByRole("radio", { name: "Made good" }).check();
      await confirm.click();
      await page.getByText("Made good: refund, replacement or similar ·").waitFor();
      expect(desk.api.seed.deliveries.incidents[0]).toMatchObject({ state: "resolved", closedBecause: "remedied" });
      await expect.poll(() => incident(page, "Order 10482").count()).toBe(0);
      expect(await page.getByRole("button", { name: "Close the incident" }).count()).toBe(0);
    });

    it("say that somebody was faster, and show what they did", async () => {
      const page = await open("#/incidents/inc_quiet");
      await page.getByRole("heading", { name: "No movement", level: 1 }).waitFor();
      const [, , quiet] = desk.api.seed.deliveries.incidents;
      if (quiet) Object.assign(quiet, { ownerId: "agt_marco", version: 7 });
      await page.getByRole("button", { name: "Look after it" }).click();
      await page.getByText("Somebody else changed this at the same moment.").waitFor();
      await expect.poll(() => page.getByRole("combobox", { name: "Assignee" }).inputValue()).toBe("agt_marco");
    });

    it("say when one does not exist, and when the list cannot be loaded", async () => {
      const page = await open("#/incidents/inc_0");
      await page.getByText("This incident does not exist, or it belongs to another shop.").waitFor();
      desk.api.fail("incidents.list", "INTERNAL", 3);
      await page.getByRole("radio", { name: "All" }).check();
      await page.getByText("The incidents could not be loaded").waitFor();
      await page.getByRole("button", { name: "Try again" }).click();
      await incident(page, "Order 10401").waitFor();
    });

    it("of a storm are announced on top, with how sure that is, and shown alone", async () => {
      const page = await open("");
      const banner = page.getByRole("region", { name: "Storm" });
      await banner.getByText("Late: depot Cluj-Napoca, Sameday").waitFor();
      expect(await banner.textContent()).toMatch(/14 parcels since .*; usual: 1\.3\./);
      expect(await banner.textContent()).not.toContain("CEA-1L");
      await banner.locator("summary").press("Enter");
      await banner.getByText("Chance alone: 0.21 such alarms a year in this shop.").waitFor();
      await banner.getByRole("button", { name: "Show them" }).click();
      await expect.poll(() => page.locator("a.ticket-row[data-incident]").count()).toBe(1);
      await page.getByRole("button", { name: "Only one storm" }).click();
      await expect.poll(() => page.locator("a.ticket-row[data-incident]").count()).toBe(3);
    });

    it("come with how the couriers answer, in words", async () => {
      const page = await open("#/incidents");
      const couriers = page.getByRole("region", { name: "Couriers" });
      const said = async () => (await couriers.getByRole("listitem").allTextContents()).map((each) => each.replaceAll(/\s+/g, " "));
      await couriers.getByText("BRT").waitFor();
      const [sameday, brt, poste] = await said();
      expect(sameday).toContain("Sameday answers212 parcels followed · last answer 4 minutes ago");
      expect(brt).toMatch(/BRT in trouble.*refuses the credentials.*2 unknown codes/);
      expect(poste).toMatch(/asks for fewer questions.*Not asked again before \d\d:\d\d.*unofficial source/);
    });

    it("come with the photos of their order, and say which link is over", async () => {
      const page = await open("#/incidents/inc_late");
      const photos = page.getByRole("region", { name: "Photos" });
      const item = photos.getByRole("img", { name: "Photo 1 of 3: The item" });
      await item.waitFor();
      await expect.poll(() => item.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
      expect(await photos.getByRole("link").first().getAttribute("rel")).toBe("noreferrer");
      expect(await photos.getByRole("link").first().getAttribute("href")).toBe(`${desk.server.url}/files/pho_item?expires=1&signature=x`);
      await photos.getByText("The link to this picture is over.").waitFor();
      const [, , over] = desk.api.seed.deliveries.photos;
      // From another origin, as with an API elsewhere.
      if (over) over.url = `${desk.server.url.replace("127.0.0.1", "localhost")}/files/pho_new`;
      await photos.getByRole("button", { name: "Load again" }).click();
      await photos.getByRole("img", { name: "Photo 3 of 3: The packaging" }).waitFor();
      expect(await photos.getByRole("button").count()).toBe(0);
      await incident(page, "Order 10477").click();
      await page.getByRole("heading", { name: "Damaged", level: 1 }).waitFor();
      expect(await photos.count()).toBe(0);
    });

    it("become a claim to download, or say that there is none", async () => {
      const page = await open("#/incidents/inc_late");
      const download = page.waitForEvent("download");
      await page.getByRole("button", { name: "Claim as PDF" }).click();
      expect((await download).suggestedFilename()).toBe("claim-inc_late.pdf");
      await incident(page, "Order 10469").click();
      await page.getByRole("heading", { name: "No movement", level: 1 }).waitFor();
      await page.getByRole("button", { name: "Claim as PDF" }).click();
      await page.getByText("No document can be made: there is no parcel to make a claim about.").waitFor();
    });

    it("are counted by week, with the causes of the newest", async () => {
      const page = await open("#/incidents");
      await page.getByRole("link", { name: "By week" }).click();
      await page.getByRole("heading", { name: "Incidents by week" }).waitFor();
      await expect.poll(() => page.getByRole("table", { name: "Incidents by week" }).getByRole("row").count()).toBe(13);
      const causes = page.getByRole("table", { name: "Causes of that week" }).getByRole("row");
      expect(await causes.allTextContents()).toEqual([
        "CauseKindIncidentsAgainst the week before",
        "depot Cluj-Napoca, SamedayLate14+12",
        "product CEA-1LDamaged4-1",
        "courier BRTDelivery attempt failed2unchanged",
      ]);
      desk.api.seed.deliveries.digests = [];
      await page.reload();
      await page.getByText("The first week is put together next Monday.").waitFor();
    });

    it("are walked by the keyboard", async () => {
      const page = await open("");
      await row(page, "Ioana Marinescu").waitFor();
      await page.keyboard.press("i");
      await incident(page, "Order 10482").waitFor();
      await page.keyboard.press("j");
      await page.getByRole("heading", { name: "Late", level: 1 }).waitFor();
      await page.keyboard.press("j");
      await page.getByRole("heading", { name: "Damaged", level: 1 }).waitFor();
      await incident(page, "Order 10482").focus();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { name: "No movement", level: 1 }).waitFor();
      await page.keyboard.press("t");
      await row(page, "Ioana Marinescu").waitFor();
    });

    it.each(["en-GB", "it-IT", "ro-RO"])("fit 320 pixels in %s", async (locale) => {
      const page = await open("#/incidents", { viewport: { width: 320, height: 640 }, locale });
      const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
      await incident(page, "10482").waitFor();
      await page.locator(".carrier").first().waitFor();
      expect(await fits()).toBe(true);
      await incident(page, "10482").click();
      const heading = page.getByRole("heading", { level: 1 });
      await expect.poll(() => heading.evaluate((element) => element === document.activeElement)).toBe(true);
      expect(await fits()).toBe(true);
      await page.locator(".panel-toggle").click();
      await page.locator("askonce-panel").getByText("2XT771204").first().waitFor();
      expect(await fits()).toBe(true);
      await page.keyboard.press("Escape");
      await page.locator(".only-narrow").click();
      await incident(page, "10469").waitFor();
      await page.locator(".weeks-link").click();
      await page.locator(".week-causes").waitFor();
      expect(await fits()).toBe(true);
    });
  });
});
