import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { chromiumHint, deskStage, hasChromium } from "./__fixtures__/desk-stage.ts";

const draft = "Hello Ioana. Could you send me your order number? Thank you.";
const words = "Could you send me your order number";
const suggestion = "Văd aici comanda dvs. 10482.";

describe.skipIf(!hasChromium)(`asking once at the desk in Chromium ${chromiumHint}`, () => {
  const desk = deskStage();
  const { open, reply } = desk;
  const summary = (page: Page) => page.locator("#guard-summary");
  const marked = (page: Page) => page.locator(".draft-marks mark").allTextContents();
  const checks = () => desk.api.calls.filter((call) => call.endsWith("/draft-check")).length;

  const nextFrame = (page: Page) => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));

  /** Does it, and waits until the check that it causes was answered and shown. */
  async function checkedAfter(page: Page, act: () => Promise<void>) {
    const answer = page.waitForResponse(/draft-check/);
    await act();
    await (await answer).finished();
    await nextFrame(page);
  }

  describe("a draft that asks for what is known", () => {
    it("is underlined where it asks, and says in words what is known, from where and since when", async () => {
      const page = await open("#/tickets/tkt_1042");
      await reply(page).fill(draft);
      await expect.poll(() => summary(page).textContent()).toBe("1 question whose answer is known");
      expect(await marked(page)).toEqual([words]);
      expect(await page.locator(".draft-marks").textContent()).toBe(`${draft}\u200b`);
      const note = page.getByRole("list", { name: "1 question whose answer is known" }).getByRole("listitem");
      expect(await note.textContent()).toContain("Order number: 10482 · from a message · 3 days ago");
      expect(await reply(page).getAttribute("aria-describedby")).toBe(await summary(page).getAttribute("id"));
      // The lines lie exactly under the words, also when the field scrolls.
      await reply(page).fill(`${"A line\n".repeat(40)}${draft}`);
      await expect.poll(() => marked(page)).toEqual([words]);
      // Filling a field shows its end, in Chromium with one of the next frames: it scrolls once more if that came late.
      await expect
        .poll(async () => {
          await reply(page).evaluate((field) => field.scrollTo(0, 90));
          await nextFrame(page);
          return page.locator(".draft-field").evaluate((box) => {
            const [field, marks] = [box.querySelector("textarea"), box.querySelector(".draft-marks")];
            return [field?.scrollTop, marks?.scrollTop, marks?.clientWidth === field?.clientWidth];
          });
        })
        .toEqual([90, 90, true]);
    });

    it("takes the better sentence with one click, with one keystroke, and gives it back on undo", async () => {
      const page = await open("#/tickets/tkt_1042");
      await reply(page).fill(draft);
      await page.getByRole("button", { name: `Use this instead: ${suggestion}` }).click();
      await expect.poll(() => reply(page).inputValue()).toBe(`Hello Ioana. ${suggestion} Thank you.`);
      await expect.poll(() => summary(page).textContent()).toBe("");
      await page.keyboard.press("Control+z");
      await expect.poll(() => reply(page).inputValue()).toBe(draft);
      await expect.poll(() => marked(page)).toEqual([words]);
      await reply(page).press("Alt+Enter");
      await expect.poll(() => reply(page).inputValue()).toBe(`Hello Ioana. ${suggestion} Thank you.`);
    });

    it("keeps a question that shares its words with one that stands, and says what is known before it, once", async () => {
      const page = await open("#/tickets/tkt_1042");
      const both = "Hello Ioana. Could you send me your order number and a photo of the label? Thank you.";
      const answered = "Hello Ioana. Văd aici comanda dvs. 10482. Could you send me your order number and a photo of the label? Thank you.";
      await reply(page).fill(both);
      await page.getByRole("button", { name: `Put this before it: ${suggestion}` }).click();
      await expect.poll(() => reply(page).inputValue()).toBe(answered);
      await expect.poll(() => page.locator(".guard-use").count()).toBe(0);
      await expect.poll(() => summary(page).textContent()).toBe("1 question whose answer is known");
      await reply(page).press("Alt+Enter");
      expect(await reply(page).inputValue()).toBe(answered);
      await page.keyboard.press("Control+z");
      await expect.poll(() => reply(page).inputValue()).toBe(both);
    });

    it("moves its line with the words while it is written on, and asks the server once per pause", async () => {
      const page = await open("#/tickets/tkt_1042");
      await reply(page).fill(draft);
      await expect.poll(() => marked(page)).toEqual([words]);
      const before = checks();
      desk.api.fail("tickets.checkDraft", "hang", 99);
      await reply(page).evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(0, 0));
      await page.keyboard.type("Dear Ioana, good morning! ", { delay: 5 });
      expect(await marked(page)).toEqual([words]);
      await expect.poll(checks).toBe(before + 1);
    });

    it("may be sent all the same while the guard only warns", async () => {
      const page = await open("#/tickets/tkt_1042");
      await reply(page).fill(draft);
      await expect.poll(() => marked(page)).toEqual([words]);
      await page.keyboard.press("Control+Enter");
      await page.locator('.message[data-direction="outbound"]:not([data-outgoing])', { hasText: words }).waitFor();
      expect(await summary(page).textContent()).toBe("");
    });

    it("is not remarked on where the guard observes, in a note, and where nothing is known", async () => {
      const page = await open("#/tickets/tkt_1042");
      desk.api.seed.known.mode = "observe";
      await checkedAfter(page, () => reply(page).fill(draft));
      expect(await marked(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await page.keyboard.press("n");
      await page.keyboard.type("Ask for the order number");
      desk.api.seed.known.mode = "warn";
      await page.goto(`${desk.server.url}/#/tickets/tkt_1039`);
      await page.getByRole("heading", { name: "Question about sizes" }).waitFor();
      await checkedAfter(page, () => reply(page).fill(draft));
      // The note was not sent anywhere.
      expect(checks()).toBe(2);
      expect(await summary(page).textContent()).toBe("");
      expect(await marked(page)).toEqual([]);
    });

    it("goes on being written and sent when it cannot be checked, and says so", async () => {
      const page = await open("#/tickets/tkt_1042");
      await reply(page).waitFor();
      desk.api.fail("tickets.checkDraft", "INTERNAL", 99);
      await reply(page).fill(draft);
      await summary(page).getByText("This draft is not checked").waitFor();
      await page.keyboard.press("Control+Enter");
      await page.locator('.message[data-direction="outbound"]:not([data-outgoing])', { hasText: words }).waitFor();
    });
  });

  it("a detail that the customer has not proved to be theirs looks and reads different", async () => {
    const page = await open("#/tickets/tkt_1042");
    await reply(page).fill(`It goes to Strada Horea 14. ${draft}`);
    await expect.poll(() => summary(page).textContent()).toBe("1 question whose answer is known · 1 detail that is not to be shown yet");
    const marks = page.locator(".draft-marks mark");
    const lines = await marks.evaluateAll((all) => all.map((each) => getComputedStyle(each).textDecorationStyle));
    expect(lines).toEqual(["double", "wavy"]);
    await page.getByText("They have not proved that this is theirs to read: Delivery address.").waitFor();
  });

  describe("where the guard blocks", () => {
    async function refused(page: Page) {
      desk.api.seed.known.mode = "block";
      await reply(page).fill(draft);
      await expect.poll(() => marked(page)).toEqual([words]);
      await page.keyboard.press("Control+Enter");
      await page.getByRole("alert").getByText("Not sent: it asks for what is known.").waitFor();
    }
    const replies = () => desk.api.calls.filter((call) => call.endsWith("/replies")).length;

    it("a reply is kept, and goes with a reason", async () => {
      const page = await open("#/tickets/tkt_1042");
      await refused(page);
      expect(replies()).toBe(0);
      expect(await reply(page).inputValue()).toBe(draft);
      const anyway = page.getByRole("button", { name: "Send anyway" });
      await page.getByLabel("Why send it anyway?").fill("ok");
      expect(await anyway.isDisabled()).toBe(true);
      await page.getByLabel("Why send it anyway?").fill("She asked me to ask again");
      await page.getByLabel("Why send it anyway?").press("Enter");
      await page.locator('.message[data-direction="outbound"]:not([data-outgoing])', { hasText: words }).waitFor();
      expect(desk.api.seed.known.insisted).toEqual(["She asked me to ask again"]);
      expect(await reply(page).inputValue()).toBe("");
    });

    it("a reply goes without a reason once it asks no more", async () => {
      const page = await open("#/tickets/tkt_1042");
      await refused(page);
      await reply(page).press("Alt+Enter");
      await expect.poll(() => page.getByRole("alert").count()).toBe(0);
      await page.keyboard.press("Control+Enter");
      await page.locator('.message[data-direction="outbound"]:not([data-outgoing])', { hasText: suggestion }).waitFor();
    });

    it("what only the server noticed comes back into the field, with the status that was chosen", async () => {
      const page = await open("#/tickets/tkt_1042");
      await reply(page).waitFor();
      desk.api.seed.known.mode = "block";
      await page.getByLabel("After sending").selectOption("resolved");
      await reply(page).fill(draft);
      // Faster than the check.
      await page.keyboard.press("Control+Enter");
      await page.getByRole("alert").getByText("Not sent: it asks for what is known.").waitFor();
      await expect.poll(() => reply(page).inputValue()).toBe(draft);
      expect(await page.locator("[data-outgoing]").count()).toBe(0);
      expect(await page.getByLabel("After sending").inputValue()).toBe("resolved");
      await expect.poll(() => marked(page)).toEqual([words]);
      expect(await page.getByLabel("Why send it anyway?").count()).toBe(1);
    });
  });

  it("what is written does not cover the newest message when the field grows", async () => {
    const page = await open("#/tickets/tkt_1042", { viewport: { width: 1300, height: 700 } });
    const newest = page.locator(".message").last();
    await newest.waitFor();
    await reply(page).fill(`${draft}\n${"One more line\n".repeat(12)}`);
    await expect.poll(() => marked(page)).toEqual([words]);
    const gap = async () => {
      const [message, composer] = await Promise.all([newest.boundingBox(), page.locator(".composer").boundingBox()]);
      return (composer?.y ?? 0) - ((message?.y ?? 0) + (message?.height ?? 0));
    };
    await expect.poll(gap).toBeGreaterThanOrEqual(0);
  });

  it("only what was proved has a mark", async () => {
    const page = await open("#/tickets/tkt_1042");
    await page.getByRole("heading", { name: "Coletul nu a ajuns" }).waitFor();
    await page.getByText(/^Signed in/).waitFor();
    await page.goto(`${desk.server.url}/#/tickets/tkt_1041`);
    await page
      .getByText(/^Code confirmed/)
      .first()
      .waitFor();
    await page.goto(`${desk.server.url}/#/tickets/tkt_1040`);
    await page.getByRole("log").getByText("You promised my money back").waitFor();
    expect(await page.locator(".assurance").count()).toBe(0);
  });

  describe("beside the ticket", () => {
    it("two customers become one person with one click, which can be undone", async () => {
      const page = await open("#/tickets/tkt_1042");
      const panel = page.locator("askonce-panel");
      await panel.getByRole("button", { name: "Confirm : Ioana Marinescu-Pop" }).click();
      await panel.getByText("The same person as").waitFor();
      expect(desk.api.seed.known.links).toMatchObject([{ state: "linked", decidedBy: "agt_elena" }]);
      await panel.getByRole("button", { name: "Undo : Ioana Marinescu-Pop" }).click();
      await expect.poll(() => desk.api.seed.known.links[0]?.state).toBe("undone");
    });
    it("the order is chosen with one click, and who asked has a name", async () => {
      const page = await open("#/tickets/tkt_1040");
      const panel = page.locator("askonce-panel");
      await panel.getByText("Several orders fit.").waitFor();
      await panel.getByRole("button", { name: "Choose order 10482" }).click();
      await panel.getByRole("button", { name: "Not this order" }).waitFor();
      await page.goto(`${desk.server.url}/#/tickets/tkt_1042`);
      await panel.getByText(/asked 1 day ago by/).waitFor();
      expect(await panel.getByText(/asked 1 day ago by/).textContent()).toContain("Marco Bianchi");
    });
  });

  describe("how often was asked twice", () => {
    it("is told with its interval, by day, by part, and what it counts", async () => {
      const page = await open("");
      await page.getByRole("link", { name: "Asked twice" }).click();
      await page.getByRole("heading", { name: "Asked twice", level: 1 }).waitFor();
      const rate = page.getByRole("region", { name: "Rate" });
      expect((await rate.textContent())?.replaceAll("\u00a0", " ")).toContain("6.3% of our questions asked for what was already known");
      expect(await rate.textContent()).toContain("26 of 412 questions · between 4.3% and 9.1%");
      expect(await page.getByRole("table", { name: "By day" }).getByRole("row").count()).toBe(29);
      const rows = page.locator(".rate-table tbody tr");
      await expect.poll(() => rows.count()).toBe(4);
      expect(await rows.nth(1).textContent()).toBe("Marco Bianchi13%between 8.3% and 20%17 of 131 questions");
      expect(await rows.nth(2).getByRole("rowheader").textContent()).toBe("System");
      await page.locator(".rate-by select").selectOption({ label: "What was asked" });
      await expect.poll(() => rows.first().getByRole("rowheader").textContent()).toBe("Order number");
      await page.locator(".rate-by select").selectOption({ label: "Template" });
      await page.locator(".rate-parts").getByText("Nobody was asked anything in these days.").waitFor();
      await page.getByLabel("Days").selectOption({ label: "Last 7 days" });
      await expect.poll(() => page.getByRole("table", { name: "By day" }).getByRole("row").count()).toBe(8);
      await page.getByText("How it is counted").click();
      await page.getByText("Of all questions that outgoing messages put to customers").waitFor();
    });
    it("says that nothing was asked, that little was, and that it could not be loaded", async () => {
      const page = await open("");
      await page.getByRole("link", { name: "Asked twice" }).waitFor();
      desk.api.seed.known.asked.all = [["all", null, 0, 0]];
      await page.getByRole("link", { name: "Asked twice" }).click();
      await page.getByText("Nobody was asked anything in these days.").waitFor();
      desk.api.seed.known.asked.all = [["all", null, 9, 1]];
      await page.getByLabel("Days").selectOption({ label: "Last 90 days" });
      await page.getByText("Few questions: read the interval rather than the rate.").waitFor();
      desk.api.fail("measures.repeatAsk", "INTERNAL", 5);
      await page.getByLabel("Days").selectOption({ label: "Last 7 days" });
      await page.getByText("The rate could not be loaded").first().waitFor();
    });
  });

  it.each([
    ["en-GB", 320],
    ["it-IT", 320],
    ["ro-RO", 320],
    ["ro-RO", 1300],
  ])("fits the screen in %s at %d pixels, with the button that sends in sight", async (locale, width) => {
    const page = await open("#/tickets/tkt_1042", { viewport: { width, height: 640 }, locale });
    desk.api.seed.known.mode = "block";
    const field = page.locator("#composer-panel textarea");
    await field.fill("Bună!\nNe puteți spune numărul de comandă? Pleacă spre Strada Horea 14.\n\nO zi bună!");
    await expect.poll(() => page.locator(".draft-marks mark").count()).toBe(2);
    await page.keyboard.press("Control+Enter");
    await page.locator(".guard-insist").waitFor();
    const outside = await page.locator(".composer-actions > .button").evaluate((button) => {
      const { right, bottom } = button.getBoundingClientRect();
      return [right > innerWidth, bottom > innerHeight, document.documentElement.scrollWidth > innerWidth];
    });
    expect(outside).toEqual([false, false, false]);
    await page.goto(`${desk.server.url}/#/asked-twice`);
    await page.locator(".rate-table").waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
});
