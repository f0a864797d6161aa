import { expect, it } from "vitest";
import { packetClock } from "./packet-clock.ts";

const packet = { issuedAt: "2026-11-21T08:00:00Z", expiresAt: "2026-11-21T20:00:00Z" };
const at = (time: string) => Date.parse(`2026-11-21T${time}:00Z`);

it.each([
  ["that is right", at("10:00"), at("10:00")],
  ["that is before the packet", at("03:00"), at("08:00")],
  ["that says the packet is over, when the server has just said it is not", at("20:00"), at("08:00")],
])("counts on from a clock %s", (_, machine, start) => {
  let now = machine;
  const clock = packetClock(packet, () => now);
  expect(clock()).toBe(start);
  now += 90_000;
  expect(clock()).toBe(start + 90_000);
});
