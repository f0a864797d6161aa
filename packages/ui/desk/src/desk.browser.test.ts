import { describe, expect, it } from "vitest";
import { chromiumHint, deskStage, hasChromium } from "./__fixtures__/desk-stage.ts";

describe.skipIf(!hasChromium)(`the desk in Chromium ${chromiumHint}`, () => {
  const desk = deskStage();
  const { open, row, reply } = desk;

  describe("signing in", () => {
    it("says what is wrong with a token, then opens with a right one and keeps it in this tab", async () => {
      const page = await open("", { token: null });
      const field = page.getByLabel("Agent token");
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.getByText("Paste your token first.").waitFor();
      await field.fill("ask_wrong");
      await field.press("Enter");
      await page.getByText("This token is not accepted.").waitFor();
      await field.fill(" ask_test_elena ");
      await field.press("Enter");
      await row(page, "Ioana Marinescu").waitFor();
      await page.reload();
      await row(page, "Ioana Marinescu").waitFor();
    });

    it("takes a token from the address and leaves none there", async () => {
      const page = await open("#token=ask_test_marco", { token: null });
      await page.getByText("Marco Bianchi", { exact: true }).first().waitFor();
      expect(page.url()).not.toContain("token");
      expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2);
    });

    it("comes back when the token is revoked while somebody works", async () => {
      const page = await open("#/tickets/tkt_1042");
      await reply(page).fill("Half a sentence");
      desk.api.fail("tickets.update", "UNAUTHENTICATED");
      await page.getByRole("combobox", { name: "Assignee" }).selectOption({ label: "Marco Bianchi" });
      await page.getByText("Your token is no longer accepted.").waitFor();
      await page.getByLabel("Agent token").fill("ask_test_elena");
      await page.keyboard.press("Enter");
      await expect.poll(() => reply(page).inputValue()).toBe("Half a sentence");
    });
  });

  describe("the list", () => {
    it("filters, searches without diacritics and loads more", async () => {
      const page = await open("");
      await row(page, "Ioana Marinescu").waitFor();
      await page.getByRole("radio", { name: "Resolved" }).check();
      await row(page, "SC Atelierul Verde SRL").waitFor();
      await page.getByRole("radio", { name: "All" }).check();
      await page.getByRole("button", { name: "Load more" }).click();
      await expect.poll(() => page.locator("a.ticket-row").count()).toBe(53);
      await page.getByRole("searchbox").fill("factura");
      await expect.poll(() => page.locator("a.ticket-row").count()).toBe(1);
      await page.getByRole("searchbox").fill("nothing like it");
      await page.getByText("No ticket matches these filters.").waitFor();
      await page.getByRole("button", { name: "Show all tickets" }).click();
      await row(page, "Ioana Marinescu").waitFor();
    });

    it("says when it cannot be loaded and tries again", async () => {
      const page = await open("");
      await row(page, "Ioana Marinescu").waitFor();
      desk.api.fail("tickets.list", "INTERNAL", 3);
      await page.getByRole("radio", { name: "Waiting" }).check();
      await page.getByText("The tickets could not be loaded").waitFor();
      await page.getByRole("button", { name: "Try again" }).click();
      await row(page, "Thomas O'Neill-Cavanaugh").waitFor();
    });

    it("shows a new message at once, without asking for every event of a burst", async () => {
      const page = await open("");
      await row(page, "Ioana Marinescu").waitFor();
      await page.locator('.live[data-state="live"]').waitFor();
      const before = desk.api.calls.filter((call) => call === "GET /tickets").length;
      for (let count = 1; count <= 40; count += 1) desk.api.receive("tkt_1039", `Message ${count}`);
      await page.getByText("Message 40").waitFor();
      await expect(page.locator("a.ticket-row").first().getAttribute("data-ticket")).resolves.toBe("tkt_1039");
      await expect(page.locator("a.ticket-row").first().getAttribute("data-unread")).resolves.toBe("true");
      expect(desk.api.calls.filter((call) => call === "GET /tickets").length - before).toBeLessThanOrEqual(2);
    });
  });

  describe("a ticket", () => {
    it("is opened, answered with the keyboard and keeps its place over a reload", async () => {
      const page = await open("");
      await row(page, "Ioana Marinescu").click();
      await page.getByRole("heading", { name: "Coletul nu a ajuns" }).waitFor();
      await page.getByText("Knows the order").waitFor();
      const link = page.getByRole("link", { name: "https://sameday.example/awb/2XT771204" }).first();
      expect(await link.getAttribute("rel")).toBe("noopener noreferrer nofollow");

      await page.keyboard.press("r");
      await page.keyboard.type("Al doilea colet vine mâine.");
      await page.keyboard.press("Control+Enter");
      await page.locator('.message[data-direction="outbound"]', { hasText: "Al doilea colet vine mâine." }).waitFor();
      await page.getByText("Saved here, no channel carries it further").waitFor();
      await expect.poll(() => page.getByRole("combobox", { name: "Status" }).inputValue()).toBe("waiting");
      expect(await reply(page).inputValue()).toBe("");

      await page.reload();
      await page.getByRole("heading", { name: "Coletul nu a ajuns" }).waitFor();
      expect(desk.api.seed.messages.filter(({ text }) => text === "Al doilea colet vine mâine.")).toHaveLength(1);
    });

    it("takes a note that looks like none of the customer's business", async () => {
      const page = await open("#/tickets/tkt_1041");
      await page.getByRole("heading", { name: "Tazza arrivata rotta" }).waitFor();
      await page.keyboard.press("n");
      await page.keyboard.type("Magazzino avvisato");
      await page.getByRole("button", { name: "Save note" }).click();
      const note = page.locator('.message[data-direction="note"]', { hasText: "Magazzino avvisato" });
      await note.getByText("Internal note").waitFor();
      expect(desk.api.seed.tickets.find(({ id }) => id === "tkt_1041")?.status).toBe("open");
    });

    it("shows what the customer writes while it is open", async () => {
      const page = await open("#/tickets/tkt_1042");
      await page.getByRole("heading", { name: "Coletul nu a ajuns" }).waitFor();
      await page.locator('.live[data-state="live"]').waitFor();
      desk.api.receive("tkt_1042", "A ajuns! <img src=x onerror=alert(1)>");
      await page.getByRole("log").getByText("A ajuns! <img src=x onerror=alert(1)>").waitFor();
      expect(await page.locator(".log img").count()).toBe(0);
    });

    it("misses nothing while the line is cut", async () => {
      const page = await open("#/tickets/tkt_1042");
      await page.locator('.live[data-state="live"]').waitFor();
      desk.api.cutStreams();
      desk.api.receive("tkt_1042", "Said during the gap");
      await page.getByRole("log").getByText("Said during the gap").waitFor();
      await expect.poll(() => desk.api.openStreams()).toBe(1);
    });

    it("changes status, owner and tags", async () => {
      const page = await open("#/tickets/tkt_1039");
      await page.getByRole("combobox", { name: "Assignee" }).selectOption({ label: "Assign to me" });
      await page.getByRole("combobox", { name: "Status" }).selectOption("waiting");
      await page.getByRole("combobox", { name: "Waiting for" }).selectOption("warehouse");
      await page.getByRole("button", { name: "Add a tag" }).click();
      await page.keyboard.type("sizes");
      await page.keyboard.press("Enter");
      await expect
        .poll(() => desk.api.seed.tickets.find(({ id }) => id === "tkt_1039"))
        .toMatchObject({ assigneeId: "agt_elena", status: "waiting", waitingFor: "warehouse", tags: ["sizes"] });
      await page.getByRole("button", { name: "Remove the tag sizes" }).click();
      await expect.poll(() => desk.api.seed.tickets.find(({ id }) => id === "tkt_1039")?.tags).toEqual([]);
    });

    it("keeps a draft per ticket", async () => {
      const page = await open("#/tickets/tkt_1042");
      await reply(page).fill("For Ioana");
      await row(page, "Giulia Ferrari").click();
      await page.getByRole("heading", { name: "Tazza arrivata rotta" }).waitFor();
      expect(await reply(page).inputValue()).toBe("");
      await row(page, "Ioana Marinescu").click();
      await expect.poll(() => reply(page).inputValue()).toBe("For Ioana");
    });

    it("keeps a refused message, to be edited or sent again", async () => {
      const page = await open("#/tickets/tkt_1042");
      desk.api.fail("tickets.reply", "VETOED");
      await reply(page).fill("Not yet");
      await page.keyboard.press("Control+Enter");
      const failed = page.locator('[data-outgoing="failed"]');
      await failed.getByText("Not sent. A plugin refused the change.").waitFor();
      await failed.getByRole("button", { name: "Edit" }).click();
      await expect.poll(() => reply(page).inputValue()).toBe("Not yet");
      await page.keyboard.press("Control+Enter");
      await page.locator('.message[data-direction="outbound"]:not([data-outgoing])', { hasText: "Not yet" }).waitFor();
    });

    it("does not claim to know what happened when no answer comes, and recognizes what arrived", async () => {
      const page = await open("#/tickets/tkt_1042");
      await page.getByRole("heading", { name: "Coletul nu a ajuns" }).waitFor();
      // While the conversation cannot be read either, nobody can know.
      desk.api.fail("tickets.get", "FORBIDDEN", 1000);
      desk.api.fail("tickets.reply", "drop");
      await reply(page).fill("Did it arrive?");
      await page.keyboard.press("Control+Enter");
      await page.getByText("No answer from the server: it may have been sent.").waitFor();
      desk.api.fail("tickets.get", "FORBIDDEN", 0);
      desk.api.receive("tkt_1042", "Yes, it did.");
      await page.getByRole("log").getByText("Yes, it did.").waitFor();
      await page.locator('.message[data-direction="outbound"]:not([data-outgoing])', { hasText: "Did it arrive?" }).waitFor();
      await expect.poll(() => page.locator("[data-outgoing]").count()).toBe(0);
      expect(desk.api.seed.messages.filter(({ text }) => text === "Did it arrive?")).toHaveLength(1);
    });

    it("says that it does not exist", async () => {
      const page = await open("#/tickets/tkt_0");
      await page.locator("#conversation").getByText("This ticket does not exist, or it belongs to another shop.").waitFor();
      expect(await page.getByRole("main").getByRole("button", { name: "Try again" }).count()).toBe(0);
    });

    it("is merged after it was confirmed", async () => {
      const page = await open("#/tickets/tkt_1039");
      await page.getByRole("button", { name: "Merge" }).click();
      await page.getByRole("searchbox", { name: "Number, subject or customer" }).fill("#1042");
      await page.getByRole("radio", { name: "#1042" }).check();
      await page.getByRole("button", { name: "Merge #1039 into #1042" }).click();
      await page.getByRole("heading", { name: "Coletul nu a ajuns" }).waitFor();
      await page.getByRole("log").getByText("do the linen shirts run small??").waitFor();
      await page.goto(`${desk.server.url}/#/tickets/tkt_1039`);
      await page.getByRole("link", { name: "Open that ticket" }).click();
      await page.getByRole("heading", { name: "Coletul nu a ajuns" }).waitFor();
    });

    it("is created from a call", async () => {
      const page = await open("");
      await row(page, "Ioana Marinescu").waitFor();
      await page.keyboard.press("c");
      await page.getByLabel("Subject").fill("Asked by phone");
      await page.getByLabel("Customer's name").fill("Radu Stan");
      await page.getByLabel("What the customer said").fill("Is the shop open on Saturday?");
      await page.getByRole("button", { name: "Create ticket" }).click();
      await page.getByRole("heading", { name: "Asked by phone" }).waitFor();
      await page.getByRole("log").getByText("Is the shop open on Saturday?").waitFor();
    });
  });

  describe("the order", () => {
    it("stands beside the conversation, goes into the reply and can be unlinked", async () => {
      const page = await open("#/tickets/tkt_1042");
      const panel = page.locator("askonce-panel");
      await panel.getByText("2XT771204").first().waitFor();
      await reply(page).fill("AWB:");
      await panel.evaluate((element) =>
        element.dispatchEvent(new CustomEvent("askonce-insert-text", { detail: { text: "2XT771204" }, bubbles: true, composed: true })),
      );
      await expect.poll(() => reply(page).inputValue()).toBe("AWB: 2XT771204");
      await panel.getByRole("button", { name: "Not this order" }).click();
      await expect.poll(() => desk.api.calls).toContain("POST /tickets/tkt_1042/order/unlink");
    });
  });

  describe("an order that may be out of date", () => {
    it("is looked at again without being asked, although no event tells of it", async () => {
      const page = await open("");
      await row(page, "Ioana Marinescu").waitFor();
      const answers: boolean[] = [];
      await page.route("**/tickets/tkt_1042/context", async (route) => {
        const response = await route.fetch();
        const context = (await response.json()) as { order: { provenance: { stale: boolean } } };
        context.order.provenance.stale = answers.length === 0;
        answers.push(context.order.provenance.stale);
        await route.fulfill({ response, json: context });
      });
      await page.goto(`${desk.server.url}/#/tickets/tkt_1042`);
      const chip = page.locator("askonce-panel").getByText("May be out of date");
      await chip.waitFor();
      await chip.waitFor({ state: "detached" });
      expect(answers).toEqual([true, false]);
    });
  });

  describe("the keyboard", () => {
    it("walks, searches and explains itself, and leaves fields alone", async () => {
      const page = await open("");
      await row(page, "Ioana Marinescu").waitFor();
      await page.keyboard.press("j");
      await page.getByRole("heading", { name: "Coletul nu a ajuns" }).waitFor();
      await page.keyboard.press("j");
      await page.getByRole("heading", { name: "Tazza arrivata rotta" }).waitFor();
      await page.keyboard.press("k");
      await page.getByRole("heading", { name: "Coletul nu a ajuns" }).waitFor();
      await page.keyboard.press("/");
      await page.keyboard.type("jkrn?");
      expect(await page.getByRole("searchbox").inputValue()).toBe("jkrn?");
      await page.keyboard.press("Escape");
      await page.keyboard.press("?");
      await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
      await page.keyboard.press("Escape");
      await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
    });

    it("moves through the list with the arrows", async () => {
      const page = await open("");
      await row(page, "Ioana Marinescu").focus();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { name: "Tazza arrivata rotta" }).waitFor();
    });
  });

  describe("on a small screen", () => {
    it.each(["en-GB", "it-IT", "ro-RO"])("fits 320 pixels in %s, one column with a way back", async (locale) => {
      const page = await open("", { viewport: { width: 320, height: 640 }, locale });
      const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
      await row(page, "Ioana Marinescu").click();
      const heading = page.getByRole("heading", { name: "Coletul nu a ajuns" });
      await heading.waitFor();
      await expect.poll(() => heading.evaluate((element) => element === document.activeElement)).toBe(true);
      expect(await fits()).toBe(true);
      const outside = await page
        .locator("main button:visible, main select:visible, main textarea:visible")
        .evaluateAll((controls) =>
          controls
            .filter((control) => control.getBoundingClientRect().right > window.innerWidth || control.getBoundingClientRect().left < 0)
            .map((control) => control.outerHTML),
        );
      expect(outside).toEqual([]);
      await page.locator(".panel-toggle").click();
      await page.locator("askonce-panel").getByText("2XT771204").first().waitFor();
      expect(await fits()).toBe(true);
      await page.keyboard.press("Escape");
      await expect.poll(() => page.locator(".panel-column").isVisible()).toBe(false);
      await page.locator(".only-narrow").click();
      await row(page, "Giulia Ferrari").waitFor();
      expect(await fits()).toBe(true);
    });
  });

  it("speaks another language at once and remembers it", async () => {
    const page = await open("");
    await page.getByRole("combobox", { name: "Language" }).selectOption("ro");
    await page.getByRole("button", { name: "Tichet nou" }).waitFor();
    await page.reload();
    await page.getByRole("button", { name: "Tichet nou" }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("ro");
  });

  it("works below a path, with the API elsewhere", async () => {
    const page = await open("#/tickets/tkt_1042", { mount: "/desk" });
    await page.getByRole("heading", { name: "Coletul nu a ajuns" }).waitFor();
  });

  it.each([
    ["it-IT", "sostituzione"],
    ["ro-RO", "înlocuire"],
  ])("what a form keeps as a word of ours is read beside the ticket in the agent's language, %s", async (locale, said) => {
    const page = await open("#/tickets/tkt_1042", { locale });
    await page.locator("askonce-panel .fact", { hasText: said }).waitFor();
    expect(await page.locator("askonce-panel").getByText("replacement").count()).toBe(0);
    // What the customer wrote is theirs.
    expect(await page.locator("askonce-panel .fact").getByText("Al doilea colet nu a ajuns", { exact: true }).count()).toBe(1);
  });
});
