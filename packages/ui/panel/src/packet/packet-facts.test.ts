import { describe, expect, it } from "vitest";
import { barePacket, fullPacket } from "../__fixtures__/packets.ts";
import { fixtureNowMs } from "../__fixtures__/parts.ts";
import { packetFacts } from "./packet-facts.ts";

describe("the facts of a packet", () => {
  it("keep what was said of them and are as old as they are now, never younger than nothing", () => {
    const [first] = packetFacts(fullPacket, fixtureNowMs).facts;
    expect(first).toMatchObject({ key: "problem", ageMs: 2 * 3_600_000, stale: false, freshUntil: null, supersededById: null });
    expect(packetFacts(fullPacket, 0).facts.map(({ ageMs }) => ageMs)).toEqual([0, 0, 0, 0, 0, 0]);
  });
  it("leave out what was tried only when it is told elsewhere", () => {
    const keys = (packet: typeof fullPacket) => packetFacts(packet, fixtureNowMs).facts.map(({ key }) => key);
    expect(keys(fullPacket)).not.toContain("tried");
    expect(keys({ ...fullPacket, tried: [] })).toContain("tried");
  });
  it("know whether some were cut", () => {
    expect(packetFacts(fullPacket, 0).isCut).toBe(false);
    expect(packetFacts({ ...barePacket, truncated: ["facts"] }, 0).isCut).toBe(true);
  });
});
