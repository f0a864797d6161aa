import type { Message } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { groupByDay, nearDay } from "./day-groups.ts";
import { mergeMessages, readMessages } from "./message-pages.ts";

const message = (id: string, at = `2026-11-21T10:00:${id.padStart(2, "0")}Z`, delivery: Message["delivery"] = "sent") =>
  ({ id, at, delivery }) as Message;

function pagesOf(pageSize: number, total: () => number) {
  const reads: (string | null)[] = [];
  const read = async (cursor: string | null) => {
    reads.push(cursor);
    const start = Number(cursor ?? 0);
    const items = Array.from({ length: Math.max(0, Math.min(pageSize, total() - start)) }, (_, index) => message(String(start + index)));
    return { items, nextCursor: start + pageSize < total() ? String(start + pageSize) : null };
  };
  return { read, reads };
}

describe("reading a conversation", () => {
  it("goes on to the newest message and later reads only the last page again", async () => {
    let total = 5;
    const { read, reads } = pagesOf(2, () => total);
    const first = await readMessages(read);
    expect(first.messages).toHaveLength(5);
    expect(reads).toEqual([null, "2", "4"]);

    total = 7;
    reads.length = 0;
    const second = await readMessages(read, first);
    expect(second.messages.map(({ id }) => id)).toEqual(["0", "1", "2", "3", "4", "5", "6"]);
    expect(reads).toEqual(["4", "6"]);
  });

  it("stops after so many pages and says that there is more", async () => {
    const { read, reads } = pagesOf(2, () => 50);
    const pages = await readMessages(read, undefined, 3);
    expect(pages.messages).toHaveLength(6);
    expect(pages.nextCursor).toBe("6");
    expect(reads).toHaveLength(3);
  });
});

it("messages are shown once, by time, in their newest copy", () => {
  const early = message("b", "2026-11-21T09:00:00Z");
  const merged = mergeMessages([message("a", "2026-11-21T10:00:00Z", "queued")], [early, message("a", "2026-11-21T10:00:00Z", "sent")]);
  expect(merged.map(({ id, delivery }) => `${id} ${delivery}`)).toEqual(["b sent", "a sent"]);
});

describe("days", () => {
  it("are those of the reader", () => {
    const late = [message("1", "2026-11-20T21:30:00Z"), message("2", "2026-11-20T22:30:00Z")];
    expect(groupByDay(late, "Europe/Bucharest").map(({ day }) => day)).toEqual(["2026-11-20", "2026-11-21"]);
    expect(groupByDay(late, "UTC").map(({ day, messages }) => [day, messages.length])).toEqual([["2026-11-20", 2]]);
  });

  it("are counted on the calendar when the clock changes", () => {
    // In Bucharest 2026-10-25 has 25 hours; half past midnight of the day after, yesterday is the 25th and not the 26th.
    const now = Date.parse("2026-10-25T22:30:00Z");
    expect(nearDay("2026-10-26", now, "Europe/Bucharest")).toBe("today");
    expect(nearDay("2026-10-25", now, "Europe/Bucharest")).toBe("yesterday");
    expect(nearDay("2026-10-24", now, "Europe/Bucharest")).toBeNull();
  });
});
