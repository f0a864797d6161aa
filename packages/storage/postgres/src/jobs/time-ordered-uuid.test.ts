import { describe, expect, it } from "vitest";
import { createTimeOrderedUuid } from "./time-ordered-uuid.ts";

describe("a time-ordered UUID", () => {
  it("is of version 7 and begins with the time", () => {
    const uuid = createTimeOrderedUuid(() => 0x0123456789ab)();
    expect(uuid).toMatch(/^01234567-89ab-7000-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it("is greater than the one before, within a millisecond, beyond what it can count, and when the clock goes back", () => {
    let time = 1_000_000;
    const create = createTimeOrderedUuid(() => time);
    const uuids = Array.from({ length: 5000 }, () => create());
    time -= 5000;
    uuids.push(...Array.from({ length: 100 }, () => create()));
    time += 60_000;
    uuids.push(create());
    expect([...uuids].sort()).toEqual(uuids);
    expect(new Set(uuids).size).toBe(uuids.length);
    expect(uuids.every((uuid) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(uuid))).toBe(true);
  });
});
