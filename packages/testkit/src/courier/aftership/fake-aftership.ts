import { createHash, createHmac } from "node:crypto";
import type { CourierParcel } from "../courier-parcel.ts";
import { type CourierCall, createCourierServer, jsonObject } from "../courier-server.ts";
import { isoWithOffset } from "../courier-time.ts";
import type { CourierWorld } from "../courier-world.ts";
import { type FakeCourierWithWebhooks, silentKindsOf } from "../fake-courier.ts";
import { newestSaid, saidEvents } from "../said-events.ts";
import { aftershipWords } from "./aftership-words.ts";

export interface FakeAftershipOptions {
  world: CourierWorld;
  /** Default `asat_demo_key`. */
  apiKey?: string;
  /** Default `aftership-demo-webhook-secret`. */
  webhookSecret?: string;
  /** Whether the times of checkpoints have an offset. Default true; without one they are local to the place. */
  hasOffsets?: boolean;
}

export interface FakeAftership extends FakeCourierWithWebhooks {
  readonly apiKey: string;
}

/**
 * AfterShip's Tracking API over a world: making trackings, listing them by number, getting one by its id, and webhooks. A number is unknown
 * to it until a tracking was made; one of a number that no courier knows stays `Pending`.
 */
export function createFakeAftership(options: FakeAftershipOptions): FakeAftership {
  const { world, apiKey = "asat_demo_key", webhookSecret = "aftership-demo-webhook-secret", hasOffsets = true } = options;
  const registered = new Set<string>();

  function render(number: string): Record<string, unknown> {
    const parcel = world.parcel(number);
    return { id: idOf(number), tracking_number: number, slug: "test-courier", active: true, ...stateOf(world, parcel, hasOffsets) };
  }

  function list({ url, asksFor }: CourierCall): Response {
    const numbers = url.searchParams.get("tracking_numbers")?.split(",") ?? null;
    asksFor(...(numbers ?? []));
    const found = [...registered].filter((number) => numbers === null || numbers.includes(number));
    const limit = Number(url.searchParams.get("limit") ?? "100");
    const pagination = { total: found.length, next_cursor: null, has_next_page: found.length > limit };
    return answer(200, { pagination, trackings: found.slice(0, limit).map(render) });
  }

  function create({ body, asksFor }: CourierCall): Response {
    const given = jsonObject(body);
    const number = given.tracking_number;
    if (typeof number !== "string" || number === "") return refusal(4005, "The value of `tracking_number` is invalid.");
    asksFor(number);
    if (registered.has(number)) return refusal(4003, "Tracking already exists.");
    registered.add(number);
    return answer(201, render(number));
  }

  return {
    ...createCourierServer({
      world,
      refuse: ({ request }) => (request.headers.get("as-api-key") === apiKey ? null : refusal(401, "Invalid API key.", 401)),
      notFound: () => refusal(404, "The URI requested is invalid.", 404),
      routes: [
        { name: "list-trackings", method: "GET", path: /^\/tracking\/[\d-]+\/trackings$/, answer: list },
        { name: "create-tracking", method: "POST", path: /^\/tracking\/[\d-]+\/trackings$/, answer: create },
        {
          name: "get-tracking",
          method: "GET",
          path: /^\/tracking\/[\d-]+\/trackings\/([^/]+)$/,
          answer: ({ parts: [id], asksFor }) => {
            const number = [...registered].find((each) => idOf(each) === id);
            if (number === undefined) return refusal(4004, "Tracking does not exist.", 404);
            asksFor(number);
            return answer(200, render(number));
          },
        },
      ],
    }),
    apiKey,
    webhookSecret,
    silentKinds: silentKindsOf(aftershipWords),
    secrets: [apiKey, webhookSecret],
    webhookBody: (trackingNumber) => {
      const msg = render(trackingNumber);
      const event_id = createHash("sha256").update(JSON.stringify(msg)).digest("hex").slice(0, 32);
      const ts = Math.floor(Date.parse(String(msg.updated_at)) / 1000);
      return new TextEncoder().encode(JSON.stringify({ event: "tracking_update", event_id, is_tracking_first_tag: false, msg, ts }));
    },
    signWebhook: (body, secret = webhookSecret) => ({
      method: "POST",
      url: "https://askonce.example.test/webhooks/aftership",
      headers: new Headers({
        "content-type": "application/json",
        ...(secret === null ? {} : { "aftership-hmac-sha256": createHmac("sha256", secret).update(body).digest("base64") }),
      }),
      body: body.slice(),
    }),
  };
}

function idOf(number: string): string {
  return createHash("sha256").update(`aftership ${number}`).digest("hex").slice(0, 32);
}

function stateOf(world: CourierWorld, parcel: CourierParcel | null, hasOffsets: boolean): Record<string, unknown> {
  if (parcel === null) return { tag: "Pending", subtag: "Pending_001", subtag_message: "Pending", checkpoints: [], updated_at: null };
  const said = saidEvents(world, parcel, aftershipWords).toReversed();
  const last = newestSaid(said);
  const isDelivered = last?.word.tag === "Delivered";
  const timeOf = (atMs: number): string => isoWithOffset(atMs, parcel.zone).slice(0, hasOffsets ? undefined : 19);
  return {
    created_at: `${parcel.handedOverAt.slice(0, 19)}+00:00`,
    updated_at: last === null ? null : `${last.event.at.slice(0, 19)}+00:00`,
    tag: last?.word.tag ?? "Pending",
    subtag: last?.word.subtag ?? "Pending_001",
    subtag_message: last?.word.message ?? "Pending",
    signed_by: isDelivered ? parcel.recipient : null,
    shipment_delivery_date: isDelivered ? timeOf(last.atMs) : null,
    shipment_direction: "forward",
    return_to_sender: said.some(({ event }) => event.kind === "return_started"),
    order_promised_delivery_date: null,
    latest_estimated_delivery: {
      type: "specific",
      source: "Order EDD",
      datetime: parcel.bookedDate,
      datetime_min: null,
      datetime_max: null,
      revise_reason: null,
    },
    checkpoints: said.map(({ event, word, atMs }) => ({
      slug: "test-courier",
      checkpoint_time: timeOf(atMs),
      city: event.city,
      location: event.city,
      country_region: event.countryCode === null ? null : { RO: "ROU", IT: "ITA" }[event.countryCode],
      message: word.message,
      tag: word.tag,
      subtag: word.subtag,
      subtag_message: word.message,
      raw_tag: null,
    })),
  };
}

function answer(code: number, data: Record<string, unknown>): Response {
  return Response.json({ meta: { code }, data }, { status: code });
}

function refusal(code: number, message: string, status = 400): Response {
  return Response.json({ meta: { code, message, type: "BadRequest" }, data: {} }, { status });
}
