import type { CourierEvent, CourierEventKind, CourierWorld } from "@askonce/testkit/courier";

/** The courier's codes. It has none for a border, customs, damage, a loss, a redirection or a hold in a locker that is over. */
const codes: Partial<Record<CourierEventKind, string>> = {
  registered: "NEW",
  picked_up: "TAKEN",
  at_hub: "LOFT",
  left_hub: "FLIGHT",
  out_for_delivery: "DOOR",
  attempt_failed: "NOBODY",
  refused: "NO",
  held: "REST",
  ready_for_pickup: "BOX",
  delivered: "DONE",
  collected: "DONE",
  return_started: "HOME",
  return_in_transit: "LOFT",
  returned: "DONE",
  unheard_of: "MOULTING",
};

export const silentKinds = [
  "border",
  "customs_hold",
  "damaged",
  "lost",
  "redirected",
  "pickup_expired",
] as const satisfies CourierEventKind[];

/** Pigeon Post's server over a world of parcels, as a function from `Request` to `Response`. */
export function createPigeonPost(world: CourierWorld, key: string): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.headers.get("x-pigeon-key") !== key) return Response.json({ problem: "WHO_ARE_YOU" }, { status: 418 });
    const number = new URL(request.url).pathname.replace("/parcels/", "");
    const parcel = world.parcel(number);
    if (parcel === null) return Response.json({ problem: "UNKNOWN", parcel: null });
    const moves = world.shown(number).toReversed().flatMap(renderMove);
    return Response.json({ problem: null, parcel: { booked: parcel.bookedDate, signedBy: parcel.recipient, moves } });
  };
}

function renderMove({ kind, at, city }: CourierEvent): object[] {
  const code = codes[kind];
  return code === undefined ? [] : [{ code, at: localTime(at), says: `The pigeon says: ${kind.replaceAll("_", " ")}`, town: city }];
}

/** `2026-11-20 08:12`, on the clocks of Bucharest. */
function localTime(at: string): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Bucharest", dateStyle: "short", timeStyle: "short" }).format(new Date(at));
}
