/** An event as 17TRACK writes it (public payloads of v2.2); the values are invented. */
export function event(timeIso: string | null, subStatus: string | null, more: Readonly<Record<string, unknown>> = {}) {
  return {
    time_iso: timeIso,
    time_utc: timeIso === null ? null : new Date(timeIso).toISOString().replace(".000Z", "Z"),
    time_raw: timeIso === null ? null : { date: timeIso.slice(0, 10), time: timeIso.slice(11, 19), timezone: null },
    description: `Description of ${subStatus}`,
    description_translation: null,
    location: "Bucharest, RO",
    stage: null,
    sub_status: subStatus,
    address: { country: "RO", state: null, city: "Bucharest", street: "Canary street 1", postal_code: "010101", coordinates: null },
    ...more,
  };
}

export const number = "ST0000000001";

export function provider(events: readonly unknown[], key = 100002) {
  return {
    provider: { key, name: "UPS", alias: "UPS", tel: null, homepage: "http://www.ups.com/", country: "" },
    service_type: null,
    latest_sync_status: "Success",
    latest_sync_time: "2026-11-21T08:06:06Z",
    events_hash: 1,
    events,
  };
}

/** Events are newest first, as 17TRACK lists them; the headline is the newest one's. */
export function tracked(events: readonly ReturnType<typeof event>[], more: Readonly<Record<string, unknown>> = {}) {
  const subStatus = events[0]?.sub_status ?? "NotFound_Other";
  return {
    number,
    carrier: 100002,
    param: null,
    tag: null,
    track_info: {
      shipping_info: { recipient_address: { country: "RO", city: "Bucharest", street: "Canary street 1" } },
      latest_status: { status: subStatus.split("_")[0], sub_status: subStatus, sub_status_descr: null },
      latest_event: events[0] ?? null,
      time_metrics: { days_after_order: 1, days_of_transit: 1, estimated_delivery_date: { source: null, from: null, to: null } },
      milestone: [],
      misc_info: { customer_number: "canary" },
      tracking: { providers_hash: 1, providers: [provider(events)] },
      ...more,
    },
  };
}

export const answer = (accepted: readonly unknown[], rejected: readonly unknown[] = []) => ({ code: 0, data: { accepted, rejected } });
export const rejection = (code: number, of = number) => ({ number: of, error: { code, message: `No: ${of} canary@example.test` } });
export const refusal = (code: number) => ({ code, data: { errors: [{ code, message: "No: canary@example.test" }] } });
