import { createHash, createHmac } from "node:crypto";
import { bookedWindow, type CourierParcel } from "../courier-parcel.ts";
import { type CourierCall, createCourierServer, jsonObject } from "../courier-server.ts";
import type { CourierWorld } from "../courier-world.ts";
import { type FakeCourierWithWebhooks, silentKindsOf } from "../fake-courier.ts";
import { newestSaid, saidEvents } from "../said-events.ts";
import { easypostWords } from "./easypost-words.ts";

export interface FakeEasypostOptions {
  world: CourierWorld;
  /** Default `EZAKdemokey`. */
  apiKey?: string;
  /** Default `easypost-démo-webhook-secret`, whose accent is signed in its decomposed form. */
  webhookSecret?: string;
}

export interface FakeEasypost extends FakeCourierWithWebhooks {
  readonly apiKey: string;
}

/**
 * EasyPost's trackers over a world: making one (made once per number), listing and getting, the account's webhooks, and their deliveries. A
 * number that no courier knows has a tracker of status `unknown`.
 */
export function createFakeEasypost(options: FakeEasypostOptions): FakeEasypost {
  const { world, apiKey = "EZAKdemokey", webhookSecret = "easypost-d\u00e9mo-webhook-secret" } = options;
  const authorization = `Basic ${Buffer.from(`${apiKey}:`).toString("base64")}`;
  const made = new Set<string>();

  function render(number: string): Record<string, unknown> {
    const parcel = world.parcel(number);
    return {
      id: idOf(number),
      object: "Tracker",
      mode: "production",
      tracking_code: number,
      carrier: "TestCourier",
      ...stateOf(world, parcel),
    };
  }

  function create({ body, asksFor }: CourierCall): Response {
    const { tracker } = jsonObject(body);
    const number = jsonObject(JSON.stringify(tracker ?? null)).tracking_code;
    if (typeof number !== "string" || number === "") return refusal(422, "TRACKER.CREATE.ERROR");
    asksFor(number);
    made.add(number);
    return Response.json(render(number), { status: 201 });
  }

  function list({ url, asksFor }: CourierCall): Response {
    const number = url.searchParams.get("tracking_code");
    if (number !== null) asksFor(number);
    const found = [...made].filter((each) => number === null || each === number);
    const pageSize = Number(url.searchParams.get("page_size") ?? "30");
    return Response.json({ trackers: found.slice(0, pageSize).map(render), has_more: found.length > pageSize });
  }

  return {
    ...createCourierServer({
      world,
      refuse: ({ request }) => (request.headers.get("authorization") === authorization ? null : refusal(401, "APIKEY.INACTIVE")),
      notFound: () => refusal(404, "NOT_FOUND"),
      routes: [
        { name: "create-tracker", method: "POST", path: /^\/v2\/trackers$/, answer: create },
        { name: "list-trackers", method: "GET", path: /^\/v2\/trackers$/, answer: list },
        {
          name: "get-tracker",
          method: "GET",
          path: /^\/v2\/trackers\/([^/]+)$/,
          answer: ({ parts: [id], asksFor }) => {
            const number = [...made].find((each) => idOf(each) === id || each === id);
            if (number === undefined) return refusal(404, "NOT_FOUND");
            asksFor(number);
            return Response.json(render(number));
          },
        },
        {
          name: "webhooks",
          method: "GET",
          path: /^\/v2\/webhooks$/,
          answer: () => {
            const url = "https://askonce.example.test/webhooks/easypost";
            return Response.json({ webhooks: [{ id: "hook_demo", object: "Webhook", mode: "production", url, disabled_at: null }] });
          },
        },
      ],
    }),
    apiKey,
    webhookSecret,
    silentKinds: silentKindsOf(easypostWords),
    secrets: [apiKey, webhookSecret, authorization.slice("Basic ".length)],
    webhookBody: (trackingNumber) => {
      const result = render(trackingNumber);
      const id = `evt_${createHash("sha256").update(JSON.stringify(result)).digest("hex").slice(0, 32)}`;
      const event = { id, object: "Event", description: "tracker.updated", mode: "production", previous_attributes: {}, result };
      return new TextEncoder().encode(JSON.stringify(event));
    },
    signWebhook: (body, secret = webhookSecret) => ({
      method: "POST",
      url: "https://askonce.example.test/webhooks/easypost",
      headers: new Headers({
        "content-type": "application/json",
        ...(secret === null ? {} : { "x-hmac-signature": `hmac-sha256-hex=${signature(body, secret)}` }),
      }),
      body: body.slice(),
    }),
  };
}

function signature(body: Uint8Array, secret: string): string {
  return createHmac("sha256", secret.normalize("NFKD")).update(body).digest("hex");
}

function idOf(number: string): string {
  return `trk_${createHash("sha256").update(`easypost ${number}`).digest("hex").slice(0, 32)}`;
}

function stateOf(world: CourierWorld, parcel: CourierParcel | null): Record<string, unknown> {
  const nothing = { est_delivery_date: null, carrier_detail: null, tracking_details: [], updated_at: null };
  if (parcel === null) return { status: "unknown", status_detail: "unknown", signed_by: null, is_return: false, ...nothing };
  const said = saidEvents(world, parcel, easypostWords).toReversed();
  const last = newestSaid(said);
  return {
    status: last?.word.status ?? "unknown",
    status_detail: last?.word.detail ?? "unknown",
    signed_by: last?.word.status === "delivered" ? parcel.recipient : null,
    is_return: false,
    finalized: last?.word.status === "delivered",
    created_at: easypostTime(Date.parse(parcel.handedOverAt)),
    updated_at: last === null ? null : easypostTime(last.atMs),
    est_delivery_date: `${parcel.bookedDate}T00:00:00Z`,
    carrier_detail: {
      object: "CarrierDetail",
      guaranteed_delivery_date: null,
      est_delivery_date_local: parcel.bookedDate,
      est_delivery_time_local: `${bookedWindow.until}:00`,
    },
    tracking_details: said.map(({ event, word, atMs }) => ({
      object: "TrackingDetail",
      message: word.message,
      description: "",
      status: word.status,
      status_detail: word.detail,
      datetime: easypostTime(atMs),
      source: "TestCourier",
      carrier_code: null,
      tracking_location: { object: "TrackingLocation", city: event.city, state: event.county, country: event.countryCode, zip: null },
    })),
  };
}

function easypostTime(atMs: number): string {
  return `${new Date(atMs).toISOString().slice(0, 19)}Z`;
}

function refusal(status: number, code: string): Response {
  return Response.json({ error: { code, message: "The request was refused.", errors: [] } }, { status });
}
