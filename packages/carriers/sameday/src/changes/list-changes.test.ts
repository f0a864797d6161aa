import { describe, expect, it } from "vitest";
import { fixture, scriptedCourier } from "../../test-support/scripted-courier.ts";
import { sameday } from "../sameday.ts";

const account = { username: "demo", password: "correct horse", baseUrl: "https://sameday.example.test" };
const span = { since: "2026-11-20T10:00:00.500Z", until: "2026-11-20T12:00:00.500Z" };

const row = (box: string, statusId = 9, statusDate = "2026-11-20T12:37:28+0200") => ({
  parcelAwbNumber: box,
  statusId,
  statusDate,
  reasonId: null,
});

/** Lists a page that the courier answers with `answer`, or with what it makes. */
async function list(answer: unknown, cursor: string | null = null) {
  const courier = scriptedCourier(({ path }) =>
    path.endsWith("/status-sync") ? (typeof answer === "function" ? answer() : answer) : undefined,
  );
  const page = await sameday(account).changes?.list({ ...span, cursor }, courier.context);
  if (!page) throw new Error("no changes");
  return { ...page, asked: courier.asked.at(-1), courier };
}

describe("changes", () => {
  it("asks in whole seconds, two hours at most, 500 rows at once", async () => {
    const { asked } = await list(fixture("statusSync"));
    expect(Object.fromEntries(asked?.query ?? [])).toEqual({
      startTimestamp: "1795168800",
      endTimestamp: "1795176000",
      page: "1",
      countPerPage: "500",
    });
  });

  it("tells a box under its shipment's number and its own", async () => {
    const { parcels, nextCursor } = await list(fixture("statusSync"));
    expect(nextCursor).toBeNull();
    expect(parcels.map(({ trackingNumber, status, pieces, deliveredAt }) => [trackingNumber, status, pieces.length, deliveredAt])).toEqual([
      ["1ASK260000001", "delivered", 0, "2026-11-20T10:37:28Z"],
      ["1ASK260000001001", "delivered", 0, "2026-11-20T10:37:28Z"],
    ]);
  });

  it("makes the checkpoints that track makes", async () => {
    const shipment = fixture("awbStatus");
    const courier = scriptedCourier(({ path }) => (path.endsWith("/status") ? shipment : undefined));
    const tracked = await sameday(account).track("1ASK260000001", courier.context);
    const { parcels } = await list({ perPage: 500, data: [row("1ASK260000001001", 33, "2026-11-20T08:12:00+0200")] });
    expect(parcels[0]?.checkpoints[0]?.id).toBe(tracked?.checkpoints[0]?.id);
  });

  it("does not call a number delivered because its second box is", async () => {
    const { parcels } = await list({ perPage: 500, data: [row("1ASK260000001002")] });
    expect(parcels[0]).toMatchObject({
      trackingNumber: "1ASK260000001",
      status: "unknown",
      checkpoints: [],
      pieces: [
        { trackingNumber: "1ASK260000001001", status: "unknown", checkpoints: [] },
        { trackingNumber: "1ASK260000001002", status: "delivered" },
      ],
    });
    const both = await list({ perPage: 500, data: [row("1ASK260000001001", 56), row("1ASK260000001002")] });
    expect(both.parcels[0]).toMatchObject({ status: "in_transit", deliveredAt: null });
  });

  it("takes an empty body for a quiet time, and another page for a failure", async () => {
    expect(await list(new Response(""))).toMatchObject({ parcels: [], nextCursor: null });
    await expect(list(() => new Response("<html>"))).rejects.toMatchObject({ code: "ADAPTER_UNAVAILABLE" });
    await expect(list({ message: "?" })).rejects.toMatchObject({ code: "ADAPTER_BAD_RESPONSE" });
  });

  it.each([
    ["pages", { pages: 2, perPage: 500 }, 1, "2"],
    ["pages", { pages: 1, perPage: 1 }, 1, null],
    ["total", { total: 3, perPage: 2 }, 2, "2"],
    ["total", { total: 2, perPage: 2 }, 2, null],
    ["a full page", { perPage: 2 }, 2, "2"],
    ["a page that is not full", { perPage: 500 }, 2, null],
    ["nothing but rows", {}, 2, "2"],
    ["nothing and no rows", {}, 0, null],
    ["pages without rows", { pages: 9 }, 0, null],
  ])("goes on by %s: %j with %i rows", async (_what, told, count, expected) => {
    const data = Array.from({ length: count }, (_, index) => row(`1ASK26000000${index}001`));
    expect((await list({ ...told, data })).nextCursor).toBe(expected);
  });

  it("goes on where the cursor says", async () => {
    const { asked, nextCursor } = await list({ pages: 3, data: [row("1ASK260000001001")] }, "2");
    expect(asked?.query.get("page")).toBe("2");
    expect(nextCursor).toBe("3");
    await expect(list({}, "0")).rejects.toMatchObject({ code: "VALIDATION_FAILED" });
    await expect(list({}, "2&x=1")).rejects.toMatchObject({ code: "VALIDATION_FAILED" });
  });

  it("leaves out what is no row, and counts it for the page", async () => {
    const { parcels, nextCursor } = await list({ perPage: 3, data: [7, { statusId: 9 }, row("1ASK260000001001")] });
    expect(parcels).toHaveLength(2);
    expect(nextCursor).toBe("2");
  });

  it("refuses a longer span", async () => {
    const courier = scriptedCourier(() => undefined);
    const changes = sameday(account).changes;
    const tooLong = { since: "2026-11-20T10:00:00Z", until: "2026-11-20T12:00:01Z", cursor: null };
    await expect(changes?.list(tooLong, courier.context)).rejects.toMatchObject({ code: "VALIDATION_FAILED" });
    expect(courier.asked).toEqual([]);
    expect(changes).toMatchObject({ windowMs: 7_200_000, overlapMs: 300_000 });
  });

  it("logs a code that is not known once", async () => {
    const { courier, parcels } = await list({ perPage: 500, data: [row("1ASK260000001001", 4711), row("1ASK260000002001", 4711)] });
    expect(parcels[0]).toMatchObject({ status: "unknown", unknownCodes: ["statusId:4711"] });
    expect(courier.logs).toHaveLength(1);
  });
});
