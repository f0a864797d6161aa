import { type ConformanceClock, conformanceClock } from "../../storefront/conformance-clock.ts";
import type { CourierCountry } from "../courier-places.ts";
import type { CourierScript } from "../courier-scripts.ts";
import { type CourierWorld, createCourierWorld } from "../courier-world.ts";

export const testNow = "2026-11-21T10:00:00.000Z";

export interface TestWorld {
  world: CourierWorld;
  clock: ConformanceClock;
  /** A parcel that was handed over that many hours ago. */
  add(trackingNumber: string, script: CourierScript, hoursAgo: number): void;
}

export function testWorld(country: CourierCountry = "RO", seed = 1): TestWorld {
  const clock = conformanceClock(Date.parse(testNow));
  const world = createCourierWorld({ clock, country, seed });
  return {
    world,
    clock,
    add: (trackingNumber, script, hoursAgo) => {
      world.add({ trackingNumber, script, handedOverAt: new Date(clock.now() - hoursAgo * 3_600_000).toISOString() });
    },
  };
}

/** Asks a fake and reads its JSON. */
export async function ask(
  fake: { handle(request: Request): Promise<Response> },
  path: string,
  init: RequestInit = {},
): Promise<{ status: number; body: unknown }> {
  const response = await fake.handle(new Request(`https://courier.example.test${path}`, init));
  const text = await response.text();
  return { status: response.status, body: text === "" ? null : JSON.parse(text) };
}
