import { join } from "node:path";
import type { AskonceEvent } from "@askonce/spec";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { systemCaller } from "../caller.ts";
import { instance } from "../testing/instance.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";

const sequences = (events: readonly AskonceEvent[]) => events.map((event) => event.sequence);
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe("subscribers", () => {
  it("get every event in order, from the beginning of the history on", async () => {
    const { askonce } = instance();
    for (let index = 0; index < 150; index++) await askonce.tickets.create({ subject: `T${index}` }, systemCaller);
    const got: AskonceEvent[] = [];
    askonce.subscribe({ name: "all", handle: async (event) => void got.push(event) });
    await askonce.start();
    await vi.waitFor(() => expect(got).toHaveLength(150), { timeout: 5000, interval: 10 });
    await askonce.tickets.create({ subject: "later" }, systemCaller);
    await vi.waitFor(() => expect(got).toHaveLength(151), { timeout: 900, interval: 5 });
    expect(sequences(got)).toEqual(range(1, 151));
  });

  it("go on where they were after a restart, and repeat at most what was not finished", async () => {
    const path = join(temporaryFolder(), "shop.db");
    const first = instance({ path });
    for (let index = 0; index < 6; index++) await first.askonce.tickets.create({ subject: `T${index}` }, systemCaller);
    const before: AskonceEvent[] = [];
    first.askonce.subscribe({
      name: "mailer",
      handle: async (event) => {
        before.push(event);
        if (before.length === 4) throw new Error("not finished");
      },
    });
    await first.askonce.start();
    await vi.waitFor(() => expect(before).toHaveLength(4), { timeout: 5000, interval: 10 });
    await first.askonce.stop();

    const second = instance({ path });
    second.clock.advance(60_000);
    const after: AskonceEvent[] = [];
    second.askonce.subscribe({ name: "mailer", handle: async (event) => void after.push(event) });
    await second.askonce.start();
    await vi.waitFor(() => expect(after).toHaveLength(3), { timeout: 5000, interval: 10 });
    expect(sequences(before)).toEqual([1, 2, 3, 4]);
    expect(sequences(after)).toEqual([4, 5, 6]);
    expect(after[0]?.id, "a repetition is recognized by the id").toBe(before[3]?.id);
  });

  it("are tried again with growing pauses while an event fails, and hold nobody else back", async () => {
    const { askonce, clock } = instance();
    const tries: number[] = [];
    const others: AskonceEvent[] = [];
    let fails = 3;
    const got: number[] = [];
    askonce.subscribe({
      name: "failing",
      handle: async (event) => {
        if (event.sequence === 1) tries.push(clock.now());
        if (event.sequence === 1 && fails-- > 0) throw new Error("down");
        got.push(event.sequence);
      },
    });
    askonce.subscribe({ name: "hanging", handle: () => released });
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    onTestFinished(() => release());
    askonce.subscribe({ name: "other", handle: async (event) => void others.push(event) });
    const started = clock.now();
    await askonce.start();
    await askonce.tickets.create({ subject: "one" }, systemCaller);
    await askonce.tickets.create({ subject: "two" }, systemCaller);
    await vi.waitFor(() => expect(others).toHaveLength(2), { timeout: 5000, interval: 10 });
    for (const pause of [1000, 2000, 4000]) {
      const before = tries.length;
      await vi.waitFor(() => expect(tries.length).toBeGreaterThanOrEqual(before), { interval: 5 });
      clock.advance(pause - 1);
      // Any event wakes those who wait; the pause is the clock's.
      const { number } = await askonce.tickets.create({ subject: "too early" }, systemCaller);
      await vi.waitFor(() => expect(others.at(-1)?.data).toMatchObject({ number }), { timeout: 5000, interval: 5 });
      expect(tries, "not before its time").toHaveLength(before);
      clock.advance(1);
      await askonce.tickets.create({ subject: "in time" }, systemCaller);
      await vi.waitFor(() => expect(tries).toHaveLength(before + 1), { timeout: 5000, interval: 5 });
    }
    expect(tries.map((at) => at - started)).toEqual([0, 1000, 3000, 7000]);
    await vi.waitFor(() => expect(got).toEqual([1, 2, 3, 4, 5, 6, 7, 8]), { timeout: 5000, interval: 10 });
    release();
  });

  it("get only the types they asked for, and nothing after they left", async () => {
    const { askonce } = instance();
    const got: AskonceEvent[] = [];
    const leave = askonce.subscribe({
      name: "picky",
      types: ["ticket.updated"],
      handle: async (event) => {
        got.push(event);
        if (got.length === 2) leave();
      },
    });
    const { id } = await askonce.tickets.create({ subject: "0" }, systemCaller);
    for (const subject of ["1", "2", "3", "4"]) await askonce.tickets.update(id, { subject }, systemCaller);
    await askonce.start();
    await vi.waitFor(() => expect(got).toHaveLength(2), { timeout: 5000, interval: 10 });
    await askonce.tickets.update(id, { subject: "5" }, systemCaller);
    const all: AskonceEvent[] = [];
    askonce.subscribe({ name: "all", handle: async (event) => void all.push(event) });
    await vi.waitFor(() => expect(all).toHaveLength(6), { timeout: 5000, interval: 10 });
    expect(got.map((event) => event.type)).toEqual(["ticket.updated", "ticket.updated"]);
  });

  it("have names of their own", () => {
    const { askonce } = instance();
    const subscription = { name: "one", handle: async () => {} };
    const leave = askonce.subscribe(subscription);
    expect(() => askonce.subscribe(subscription)).toThrow(expect.objectContaining({ code: "CONFIGURATION_INVALID" }));
    leave();
    askonce.subscribe({ ...subscription });
    leave();
    expect(() => askonce.subscribe(subscription), "leaving twice removes nobody else").toThrow();
  });
});
