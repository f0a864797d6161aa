import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { delivered, lateSplit, refunded } from "./__fixtures__/contexts.ts";
import { chromiumPath, openStage, type PanelStage } from "./__fixtures__/panel-stage.ts";

const suite = chromiumPath
  ? "a panel that fetches for itself"
  : "a panel that fetches for itself (skipped: no Chromium found, set CHROMIUM_PATH)";

describe.skipIf(chromiumPath === null)(suite, () => {
  let stage: PanelStage;
  let page: Page;

  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage?.close());
  afterEach(() => page?.close());

  it("loads, follows the ticket id, tells errors and tries again", async () => {
    stage.answers.clear();
    stage.requests.length = 0;
    stage.answers.set("tkt_402", delivered).set("tkt_318", lateSplit);
    page = await stage.open(null);
    await page.evaluate(() => {
      const panel = document.createElement("askonce-panel");
      panel.setAttribute("base-url", "/");
      panel.setAttribute("ticket-id", "tkt_402");
      panel.token = () => "secret";
      document.body.append(panel);
    });
    await page.getByRole("heading", { name: /^Delivered/ }).waitFor();
    expect(await page.getByRole("status").textContent()).toBe("Updated");
    await page.locator("askonce-panel").evaluate((panel) => panel.setAttribute("ticket-id", "tkt_318"));
    await page.getByRole("heading", { name: "3 days late" }).waitFor();

    stage.answers.set("tkt_318", 503);
    await page.getByRole("button", { name: "Refresh" }).click();
    await page.getByRole("alert").getByText("The server answered with an error.").waitFor();
    stage.answers.set("tkt_318", { ...refunded, ticket: lateSplit.ticket });
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("heading", { name: "Cancelled Tue, Nov 10" }).waitFor();

    await page.locator("askonce-panel").evaluate((panel) => panel.setAttribute("ticket-id", "tkt_0"));
    await page.getByRole("alert").getByText("This ticket does not exist").waitFor();
    expect(await page.getByRole("button", { name: "Try again" }).count()).toBe(0);
    expect(await page.getByText("Ioana").count()).toBe(0);
    expect(new Set(stage.requests)).toEqual(
      new Set(["tkt_402", "tkt_318", "tkt_0"].map((id) => `/api/v1/tickets/${id}/context Bearer secret`)),
    );
    expect(stage.requests.length).toBe(5);
  });
  it("fetches when it is told of a change, and not any more once it is gone", async () => {
    stage.answers.clear();
    stage.answers.set("tkt_318", lateSplit);
    page = await stage.open(null);
    await page.evaluate(() => {
      const panel = document.createElement("askonce-panel");
      Object.assign(panel, {
        baseUrl: "",
        ticketId: "tkt_318",
        subscribe: (_: string, change: () => void) => {
          Object.assign(window, { change, following: true });
          return () => Object.assign(window, { following: false });
        },
      });
      document.body.append(panel);
    });
    await page.getByRole("heading", { name: "3 days late" }).waitFor();
    stage.answers.set("tkt_318", { ...delivered, ticket: lateSplit.ticket });
    await page.evaluate(() => (window as unknown as { change: () => void }).change());
    await page.getByRole("heading", { name: /^Delivered/ }).waitFor();
    expect(await page.evaluate(() => (window as unknown as { following: boolean }).following)).toBe(true);
    await page.evaluate(() => document.querySelector("askonce-panel")?.remove());
    expect(await page.evaluate(() => (window as unknown as { following: boolean }).following)).toBe(false);
  });
});
