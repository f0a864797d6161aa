import type { CourierWorld } from "@askonce/testkit/courier";
import { createMovableClock } from "../simulation/movable-clock.ts";
import { createCourierControl } from "./courier-control.ts";
import type { CourierName } from "./courier-names.ts";
import { openCourier } from "./open-courier.ts";
import type { Served } from "./serve.ts";
import { serve } from "./serve.ts";

const hourMs = 3_600_000;
/** How long ago the parcels of each script were handed over: just now, in the middle of it, and near its end. */
const agesHours = [0, 30, 180];

export interface CourierOptions {
  port: number;
  seed: number;
  /** Simulated minutes in a second; without it time passes as it does. */
  speed?: number;
}

/** A fake courier with three parcels of every script, and a small interface to look at them and to move its clock. */
export async function serveCourier(name: CourierName, { port, seed, speed }: CourierOptions): Promise<Served> {
  const { createCourierWorld, courierScriptNames } = await import("@askonce/testkit/courier");
  const clock = createMovableClock(speed === undefined ? {} : { speed: speed * 60 });
  const world = createCourierWorld({ clock, seed, country: name === "brt" ? "IT" : "RO" });
  fill(world, courierScriptNames, name);
  const { courier, optionsAt } = await openCourier(name, world);
  const control = createCourierControl(world, clock, courierScriptNames);
  const server = await serve(async (request) => (await control(request)) ?? courier.handle(request), port);
  const options = Object.entries(optionsAt(server.url)).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return {
    url: server.url,
    lines: [`configure: ${name}({ ${options.join(", ")} })`, `parcels: ${server.url}/_parcels`],
    close: () => server.close(),
  };
}

function fill(world: CourierWorld, scripts: readonly Parameters<CourierWorld["add"]>[0]["script"][], name: CourierName): void {
  const now = world.clock.now();
  let count = 0;
  for (const hours of agesHours) {
    for (const script of scripts) {
      // Letters where the courier writes some; digits are what the others have in common.
      const trackingNumber = `${name === "sameday" ? "1ONB" : "2000"}${String(26_000_001 + count++)}`;
      world.add({ trackingNumber, script, handedOverAt: new Date(now - hours * hourMs).toISOString() });
    }
  }
}
