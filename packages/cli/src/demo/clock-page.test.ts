import { expect, test } from "vitest";
import { createMovableClock } from "../simulation/movable-clock.ts";
import { createClockPage } from "./clock-page.ts";

function openPage() {
  const clock = createMovableClock();
  const handedOverAt = "2026-11-20T08:00:00.000Z";
  const parcel = { orderNumber: "<b>1042</b>", trackingNumber: "1ONB1", script: "late", handedOverAt, latest: null } as const;
  const page = createClockPage({
    clock,
    parcels: () => [parcel],
    guide: () => "<h2>Try</h2>",
    skip: (durationMs) => clock.advance(durationMs),
  });
  const post = (body: BodyInit, headers: Record<string, string> = {}) =>
    page(new Request("http://127.0.0.1/demo/clock", { method: "POST", body, headers }));
  return { clock, page, post };
}

test("a button moves the clock and leads back to the page", async () => {
  const { clock, page, post } = openPage();
  const answer = await post(new URLSearchParams({ advanceMs: "3600000" }), { "sec-fetch-site": "same-origin" });
  expect([answer?.status, answer?.headers.get("location"), clock.aheadMs()]).toEqual([303, "/demo", 3_600_000]);
  expect(clock.now() - Date.now()).toBeGreaterThan(3_590_000);
  const text = await (await page(new Request("http://127.0.0.1/demo")))?.text();
  expect(text).toContain("<h2>Try</h2>");
  expect(text).toContain("1 hours ahead");
  expect(text).toContain("&lt;b>1042");
});

test.each(["0", "-1", "1.5", "", "9e99", "2592000001"])("a time of %j is refused", async (advanceMs) => {
  const { clock, post } = openPage();
  expect((await post(new URLSearchParams({ advanceMs })))?.status).toBe(400);
  expect(clock.aheadMs()).toBe(0);
});

test("other pages have no say, and other addresses are not the page's", async () => {
  const { clock, page, post } = openPage();
  expect((await post(new URLSearchParams({ advanceMs: "1000" }), { "sec-fetch-site": "cross-site" }))?.status).toBe(403);
  expect((await post("nonsense", { "content-type": "application/json" }))?.status).toBe(400);
  expect((await post("nonsense", { "content-type": "text/plain" }))?.status).toBe(400);
  expect(clock.aheadMs()).toBe(0);
  expect(await page(new Request("http://127.0.0.1/demo/clock"))).toBeNull();
  expect(await page(new Request("http://127.0.0.1/"))).toBeNull();
});
