import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { chromiumHint, deskStage, hasChromium } from "./__fixtures__/desk-stage.ts";

describe.skipIf(!hasChromium)(`handing over at the desk in Chromium ${chromiumHint}`, () => {
  const desk = deskStage();
  const { open } = desk;

  describe("a hand-over", () => {
    it("goes to a colleague with a note, and stands first beside the ticket", async () => {
      const page = await open("#/tickets/tkt_1041");
      await page.getByRole("button", { name: "Hand over" }).click();
      const dialog = page.getByRole("dialog", { name: "Hand over ticket #1041" });
      await dialog.getByRole("radio", { name: "End of my shift" }).check();
      await dialog.getByLabel("To whom").selectOption({ label: "Sam Whitfield" });
      await dialog.getByLabel("What they should know").fill("She needs it by Saturday");
      await dialog.getByRole("button", { name: "Hand over" }).click();
      await expect.poll(() => page.getByRole("combobox", { name: "Assignee" }).inputValue()).toBe("agt_sam");
      expect(desk.api.seed.known.handOvers.at(-1)).toMatchObject({
        purpose: "shift",
        toAgentId: "agt_sam",
        note: "She needs it by Saturday",
      });
    });
    it("goes to everybody by itself, and says when it did not work", async () => {
      const page = await open("#/tickets/tkt_1041");
      await page.getByRole("button", { name: "Hand over" }).click();
      const dialog = page.getByRole("dialog");
      desk.api.fail("tickets.handOver", "AGENT_NOT_FOUND");
      await dialog.getByRole("button", { name: "Hand over" }).click();
      await dialog.getByText("The ticket was not handed over").waitFor();
      await dialog.getByRole("button", { name: "Hand over" }).click();
      await expect.poll(() => page.getByRole("combobox", { name: "Assignee" }).inputValue()).toBe("");
    });
  });

  describe("a signed packet for another system", () => {
    const packetOf = (page: Page) => page.getByRole("dialog").getByRole("region", { name: "Signed packet" });
    const make = async (page: Page, name = "Copy a signed packet") => packetOf(page).getByRole("button", { name }).click();
    async function openDialog(hash: string) {
      const page = await open(hash);
      await page.getByRole("button", { name: "Hand over" }).click();
      return page;
    }

    it("is copied with the note, and says until when it can be read; the ticket stays whose it is", async () => {
      const page = await openDialog("#/tickets/tkt_1041");
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await page.getByLabel("What they should know").fill(" Call the depot first ");
      await make(page);
      await expect.poll(() => packetOf(page).getByRole("status").textContent()).toMatch(/^Copied\. It can be read until \w+/);
      const [packet] = desk.api.seed.known.packets;
      expect(packet).toMatchObject({ purpose: "system", note: "Call the depot first", ticket: { id: "tkt_1041" } });
      const day = await page.evaluate(
        (at) => new Intl.DateTimeFormat("en", { weekday: "long", day: "numeric", month: "long", year: "numeric" }).format(new Date(at)),
        packet?.expiresAt ?? "",
      );
      expect(await packetOf(page).getByRole("status").textContent()).toContain(`until ${day}, `);
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${"packet".repeat(8)}.1`);
      expect(await packetOf(page).getByRole("textbox").count()).toBe(0);
      expect(desk.api.calls.filter((call) => call.endsWith("/hand-over"))).toEqual([]);
    });

    it("stands there to be copied by hand where the browser refuses", async () => {
      const page = await openDialog("#/tickets/tkt_1041");
      await page.evaluate(() => {
        navigator.clipboard.writeText = () => Promise.reject(new DOMException("refused", "NotAllowedError"));
      });
      await make(page);
      const field = packetOf(page).getByRole("textbox", { name: "Signed packet" });
      expect(await field.inputValue()).toBe(`${"packet".repeat(8)}.1`);
      expect(await packetOf(page).getByRole("status").textContent()).toContain("The browser refused to copy");
      await field.focus();
      expect(await field.evaluate((each: HTMLTextAreaElement) => each.selectionEnd - each.selectionStart)).toBe(50);
    });

    it("says in a clear sentence that there are no keys to sign with, and tries again what may pass", async () => {
      const page = await openDialog("#/tickets/tkt_1041");
      desk.api.fail("packets.make", "CONFIGURATION_INVALID");
      await make(page);
      const alert = packetOf(page).getByRole("alert");
      await expect
        .poll(() => alert.textContent())
        .toBe("This askonce has no keys to sign packets with. Whoever runs it sets them under packets.keys.");
      desk.api.fail("packets.make", "STORAGE_FAILED");
      await make(page);
      await alert.getByText("The packet was not made").waitFor();
      await make(page, "Try again");
      await expect.poll(() => desk.api.seed.known.packets.length).toBe(1);
      await expect.poll(() => alert.count()).toBe(0);
    });

    it.each([
      ["it-IT", "Passa", "Copia un pacchetto firmato"],
      ["ro-RO", "Predă", "Copiază un pachet semnat"],
    ])("fits 320 pixels in %s", async (locale, handOver, copy) => {
      const page = await open("#/tickets/tkt_1041", { viewport: { width: 320, height: 700 }, locale });
      await page.getByRole("button", { name: handOver, exact: true }).click();
      await page.evaluate(() => {
        navigator.clipboard.writeText = () => Promise.reject(new DOMException("refused", "NotAllowedError"));
      });
      await page.getByRole("button", { name: copy }).click();
      const field = page.locator(".packet-token");
      await field.waitFor();
      const box = await field.boundingBox();
      expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 999) <= 320).toBe(true);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    });
  });
});
