import { describe, expect, it } from "vitest";
import { createSharedRead } from "./shared-read.ts";

function held() {
  const time = { now: 0 };
  const flights: { resolve(value: string): void; reject(error: unknown): void }[] = [];
  const begin = () => new Promise<string>((resolve, reject) => flights.push({ resolve, reject }));
  const shared = createSharedRead(begin, { tooLongMs: 100, most: 2, now: () => time.now });
  const flight = (index: number) => {
    const found = flights[index];
    if (!found) throw new Error(`there is no read ${index}`);
    return found;
  };
  return { time, flights, flight, shared };
}

describe("a read that many ask for", () => {
  it("is done once for all who ask while it is under way, and anew afterwards", async () => {
    const { flights, flight, shared } = held();
    const both = Promise.all([shared.read(), shared.read()]);
    expect(flights).toHaveLength(1);
    flight(0).resolve("first");
    expect(await both).toEqual(["first", "first"]);
    const next = shared.read();
    expect(flights).toHaveLength(2);
    flight(1).resolve("second");
    expect(await next).toBe("second");
  });

  it("is not waited for by those who come when it has taken too long, up to so many", async () => {
    const { time, flights, flight, shared } = held();
    const hanging = shared.read();
    time.now = 100;
    const fresh = shared.read();
    expect(flights).toHaveLength(2);
    time.now = 300;
    const joined = shared.read();
    expect(flights, "two that hang are enough").toHaveLength(2);
    flight(1).resolve("fresh");
    expect(await Promise.all([fresh, joined])).toEqual(["fresh", "fresh"]);
    const again = shared.read();
    expect(flights).toHaveLength(3);
    flight(2).reject(new Error("away"));
    await expect(again).rejects.toThrow("away");
    flight(0).resolve("late");
    expect(await hanging).toBe("late");
    expect(await shared.read(1000), "what was asked for later is newer").toBe("fresh");
  });

  it("is kept for those who can do with an older answer; a failure is not", async () => {
    const { time, flights, flight, shared } = held();
    const first = shared.read(50);
    flight(0).resolve("first");
    await first;
    time.now = 49;
    expect(await shared.read(50)).toBe("first");
    time.now = 50;
    const second = shared.read(50);
    expect(flights).toHaveLength(2);
    flight(1).reject(new Error("away"));
    await expect(second).rejects.toThrow("away");
    void shared.read(50);
    expect(flights).toHaveLength(3);
    flight(2).resolve("third");
  });
});
