/** A scan as AfterShip writes it (field names of @aftership/tracking-sdk 17.0.0); the values are invented. */
export function scan(time: string, subtag: string, more: Readonly<Record<string, unknown>> = {}) {
  const [tag] = subtag.split("_");
  return {
    created_at: "2026-11-20T00:00:00+00:00",
    slug: "fan-courier",
    checkpoint_time: time,
    location: "Bucharest, ROU",
    city: "Bucharest",
    country_region: "ROU",
    message: `Message of ${subtag}`,
    tag,
    subtag,
    subtag_message: "",
    raw_tag: null,
    source: "carrier",
    events: [],
    ...more,
  };
}

export const number = "AS0000000001";

/** Scans are oldest first, as AfterShip lists them; the headline is the last one's. */
export function tracking(checkpoints: readonly ReturnType<typeof scan>[], more: Readonly<Record<string, unknown>> = {}) {
  const last = checkpoints.at(-1);
  return {
    id: "0123456789abcdef0123456789abcdef",
    created_at: "2026-11-18T10:00:00+00:00",
    updated_at: "2026-11-21T10:00:00+00:00",
    tracking_number: number,
    slug: "fan-courier",
    active: true,
    tag: last?.tag ?? "Pending",
    subtag: last?.subtag ?? "Pending_001",
    checkpoints,
    customers: [{ name: "Canary Person", email: "canary@example.test" }],
    return_to_sender: false,
    shipment_direction: "forward",
    ...more,
  };
}

export const list = (...trackings: unknown[]) => ({ meta: { code: 200 }, data: { pagination: { total: trackings.length }, trackings } });
export const refusal = (code: number) => ({ meta: { code, type: "BadRequest", message: `No: ${number} canary@example.test` }, data: {} });
