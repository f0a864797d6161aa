import type { CourierScript, CourierWorld } from "@askonce/testkit/courier";
import type { MovableClock } from "../simulation/movable-clock.ts";
import { listParcels } from "../simulation/parcel-list.ts";

const longestAdvanceMs = 60 * 24 * 3_600_000;

/**
 * What a fake courier offers beside the courier's own interface: `GET /_parcels`, `POST /_parcels` with `{ trackingNumber, script }`, and
 * `POST /_clock` with `{ advanceMs }`. `null` for every other request.
 */
export function createCourierControl(world: CourierWorld, clock: MovableClock, scripts: readonly string[]) {
  const state = () => Response.json({ now: new Date(clock.now()).toISOString(), scripts, parcels: listParcels(world) });

  function addParcel({ trackingNumber, script }: Readonly<Record<string, unknown>>): Response {
    if (typeof trackingNumber !== "string" || !/^[A-Za-z0-9-]{4,80}$/.test(trackingNumber))
      return refusal("trackingNumber: 4 to 80 letters, digits and hyphens");
    if (typeof script !== "string" || !scripts.includes(script)) return refusal(`script: one of ${scripts.join(", ")}`);
    try {
      world.add({ trackingNumber, script: script as CourierScript, handedOverAt: new Date(clock.now()).toISOString() });
    } catch {
      return refusal("trackingNumber: there is one already");
    }
    return state();
  }

  function advance({ advanceMs }: Readonly<Record<string, unknown>>): Response {
    if (typeof advanceMs !== "number" || !(advanceMs >= 0 && advanceMs <= longestAdvanceMs)) return refusal("advanceMs: 0 to 60 days");
    clock.advance(advanceMs);
    return state();
  }

  return async (request: Request): Promise<Response | null> => {
    const { pathname } = new URL(request.url);
    if (pathname !== "/_parcels" && pathname !== "/_clock") return null;
    if (request.method === "GET") return state();
    if (request.method !== "POST") return new Response(null, { status: 405, headers: { allow: "GET, POST" } });
    const body: unknown = await request.json().catch(() => null);
    if (typeof body !== "object" || body === null) return refusal("the body has to be a JSON object");
    return pathname === "/_parcels" ? addParcel(body as Record<string, unknown>) : advance(body as Record<string, unknown>);
  };
}

function refusal(error: string): Response {
  return Response.json({ error }, { status: 400 });
}
