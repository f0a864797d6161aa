import { createHash } from "node:crypto";
import { bookedWindow, type CourierParcel } from "../courier-parcel.ts";
import { type CourierCall, type CourierServerRoute, createCourierServer } from "../courier-server.ts";
import { isoWithOffset, localTime } from "../courier-time.ts";
import type { CourierWorld } from "../courier-world.ts";
import { type FakeCourierWithWebhooks, silentKindsOf } from "../fake-courier.ts";
import { newestSaid, saidEvents } from "../said-events.ts";
import { seventeentrackWords } from "./seventeentrack-words.ts";

export interface FakeSeventeentrackOptions {
  world: CourierWorld;
  /** Also signs the webhooks. Default `17TRACKDEMOKEY`. */
  apiKey?: string;
}

export interface FakeSeventeentrack extends FakeCourierWithWebhooks {
  readonly apiKey: string;
}

/** Numbers in one request at most. */
const batchSize = 40;

/** Of community code: already registered, not registered, nothing known yet, wrong key. */
const codes = { registered: -18019901, notRegistered: -18019902, nothingYet: -18019909, wrongKey: -18010002 } as const;

/** 17TRACK's API 2.2 over a world: registering, asking for up to 40 numbers at once, the quota, and webhooks. */
export function createFakeSeventeentrack(options: FakeSeventeentrackOptions): FakeSeventeentrack {
  const { world, apiKey = "17TRACKDEMOKEY" } = options;
  const registered = new Set<string>();

  const perNumber =
    (answerFor: (number: string) => Record<string, unknown> | number) =>
    ({ body, asksFor }: CourierCall): Response => {
      const numbers = numbersIn(body);
      asksFor(...numbers);
      if (numbers.length === 0 || numbers.length > batchSize) return Response.json({ code: -18010013, data: { errors: [] } });
      const answers = numbers.map((number) => ({ number, answer: answerFor(number) }));
      const rejected = answers.flatMap(({ number, answer }) =>
        typeof answer === "number" ? [{ number, error: { code: answer, message: `The tracking number ${number} is rejected.` } }] : [],
      );
      const accepted = answers.flatMap(({ number, answer }) => (typeof answer === "number" ? [] : [{ number, ...answer }]));
      return Response.json({ code: 0, data: { accepted, rejected } });
    };

  const register = (number: string): Record<string, unknown> | number => {
    if (registered.has(number)) return codes.registered;
    registered.add(number);
    return { origin: 1, carrier: 190000 };
  };
  const look = (number: string): Record<string, unknown> | number => {
    if (!registered.has(number)) return codes.notRegistered;
    const parcel = world.parcel(number);
    return parcel === null ? codes.nothingYet : { carrier: 190000, param: null, tag: "", track_info: trackInfo(world, parcel) };
  };
  const path = (name: string): RegExp => new RegExp(`^/track/v2\\.2/${name}$`);
  const routes: CourierServerRoute[] = [
    { name: "register", method: "POST", path: path("register"), answer: perNumber(register) },
    { name: "gettrackinfo", method: "POST", path: path("gettrackinfo"), answer: perNumber(look) },
    {
      name: "getquota",
      method: "POST",
      path: path("getquota"),
      answer: () =>
        Response.json({ code: 0, data: { quota_total: 1000, quota_used: registered.size, quota_remain: 1000 - registered.size } }),
    },
  ];

  return {
    ...createCourierServer({
      world,
      routes,
      refuse: ({ request }) =>
        request.headers.get("17token") === apiKey
          ? null
          : Response.json(
              { code: codes.wrongKey, data: { errors: [{ code: codes.wrongKey, message: "Security key is invalid." }] } },
              { status: 401 },
            ),
      notFound: () => new Response("Not Found", { status: 404 }),
    }),
    apiKey,
    webhookSecret: apiKey,
    silentKinds: silentKindsOf(seventeentrackWords),
    secrets: [apiKey],
    webhookBody: (trackingNumber) => {
      const parcel = world.parcel(trackingNumber);
      if (parcel === null) throw new RangeError(`Nothing has happened to "${trackingNumber}"`);
      const data = { number: trackingNumber, carrier: 190000, param: null, tag: "", track_info: trackInfo(world, parcel) };
      return new TextEncoder().encode(JSON.stringify({ event: "TRACKING_UPDATED", data }));
    },
    signWebhook: (body, secret = apiKey) => ({
      method: "POST",
      url: "https://askonce.example.test/webhooks/17track",
      headers: new Headers({
        "content-type": "application/json",
        ...(secret === null ? {} : { sign: createHash("sha256").update(body).update(`/${secret}`).digest("hex") }),
      }),
      body: body.slice(),
    }),
  };
}

function numbersIn(body: string): string[] {
  try {
    const value: unknown = JSON.parse(body);
    const entries = Array.isArray(value) ? (value as { number?: unknown }[]) : [];
    return entries.flatMap((entry) => (typeof entry?.number === "string" ? [entry.number] : []));
  } catch {
    return [];
  }
}

function trackInfo(world: CourierWorld, parcel: CourierParcel): Record<string, unknown> {
  const said = saidEvents(world, parcel, seventeentrackWords);
  const last = newestSaid(said);
  const offset = localTime(Date.parse(`${parcel.bookedDate}T12:00:00Z`), parcel.zone).offset;
  const events = said.map(({ event, word, atMs }) => {
    const { year, month, day, hour, minute, second } = localTime(atMs, parcel.zone);
    return {
      time_iso: isoWithOffset(atMs, parcel.zone),
      time_utc: `${new Date(atMs).toISOString().slice(0, 19)}Z`,
      time_raw: { date: `${year}-${month}-${day}`, time: `${hour}:${minute}:${second}`, timezone: null },
      description: word.description,
      location: event.city,
      stage: word.subStatus.split("_")[0],
      sub_status: word.subStatus,
      address: { country: event.countryCode, state: event.county, city: event.city, street: null, postal_code: null },
    };
  });
  return {
    latest_status: {
      status: last?.word.subStatus.split("_")[0] ?? "NotFound",
      sub_status: last?.word.subStatus ?? "NotFound_Other",
      sub_status_descr: null,
    },
    time_metrics: {
      estimated_delivery_date: {
        source: "Official",
        from: `${parcel.bookedDate}T${bookedWindow.from}:00${offset}`,
        to: `${parcel.bookedDate}T${bookedWindow.until}:00${offset}`,
      },
    },
    tracking: { providers: [{ provider: { key: 190000, name: "Test courier" }, events }] },
  };
}
