/** A scan as EasyPost writes it (field names of @easypost/api 8.9.0); the values are invented. */
export function scan(datetime: string, status: string, statusDetail: string, more: Readonly<Record<string, unknown>> = {}) {
  return {
    object: "TrackingDetail",
    message: `Message of ${statusDetail}`,
    description: null,
    status,
    status_detail: statusDetail,
    datetime,
    source: "FedEx",
    carrier_code: null,
    tracking_location: { object: "TrackingLocation", city: "Oceanside", state: "CA", country: "US", zip: "92056" },
    ...more,
  };
}

export const number = "EZ0000000001";

/** Scans are oldest first, as EasyPost lists them; the headline is the last one's. */
export function tracker(details: readonly ReturnType<typeof scan>[], more: Readonly<Record<string, unknown>> = {}) {
  const last = details.at(-1);
  return {
    id: "trk_0123456789abcdef0123456789abcdef",
    object: "Tracker",
    mode: "production",
    tracking_code: number,
    status: last?.status ?? "unknown",
    status_detail: last?.status_detail ?? "unknown",
    created_at: "2026-11-18T10:00:00Z",
    updated_at: "2026-11-21T10:00:00Z",
    signed_by: "Canary Person",
    weight: 17.0,
    est_delivery_date: null,
    shipment_id: null,
    carrier: "FedEx",
    tracking_details: details,
    carrier_detail: null,
    public_url: "https://track.example.test/canary",
    fees: [],
    finalized: true,
    is_return: false,
    ...more,
  };
}

export const list = (...trackers: unknown[]) => ({ trackers, has_more: false });
export const refusal = (code: string) => ({ error: { code, message: `No: ${number} canary@example.test`, errors: [] } });
