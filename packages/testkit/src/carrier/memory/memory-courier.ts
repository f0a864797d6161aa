import { createHmac } from "node:crypto";
import type { InboundWebhook } from "@askonce/spec";
import type { CourierEvent } from "../../courier/courier-event.ts";
import { bookedWindow, type CourierParcel } from "../../courier/courier-parcel.ts";
import { type CourierCall, createCourierServer, jsonObject } from "../../courier/courier-server.ts";
import { isoWithOffset } from "../../courier/courier-time.ts";
import type { CourierWorld } from "../../courier/courier-world.ts";
import type { FakeCourierWithSignIn, FakeCourierWithWebhooks } from "../../courier/fake-courier.ts";
import { createTokenDesk } from "../../courier/token-desk.ts";

/** The courier that would be somebody else's computer. */
export interface MemoryCourier extends FakeCourierWithSignIn, FakeCourierWithWebhooks {
  readonly key: string;
}

const pointId = "point-1";

/** A courier of the world's own words: it says everything, and gives each event an id. */
export function createMemoryCourier(world: CourierWorld): MemoryCourier {
  const key = "memory-courier-key";
  const webhookSecret = "memory-webhook-secret";
  const desk = createTokenDesk(world.clock, 3_600_000, "memory-token");

  const render = (parcel: CourierParcel): Record<string, unknown> => ({
    number: parcel.trackingNumber,
    signedBy: parcel.recipient,
    booked: `${parcel.bookedDate} ${bookedWindow.from} ${bookedWindow.until}`,
    pieces: parcel.pieces > 1 ? Array.from({ length: parcel.pieces }, (_, piece) => `${parcel.trackingNumber}-${piece + 1}`) : [],
    events: world.shown(parcel.trackingNumber).map((event) => renderEvent(event, parcel)),
  });

  function changes({ url }: CourierCall): Response {
    const query = url.searchParams;
    const [since, until] = [Date.parse(query.get("since") ?? ""), Date.parse(query.get("until") ?? "")];
    const limit = Number(query.get("limit"));
    if (!(until - since <= 7_200_000) || !(limit > 0)) return Response.json({ error: "the window is too long" }, { status: 400 });
    const rows = world
      .eventsUntil(world.clock.now())
      .filter(({ event }) => Date.parse(event.at) >= since && Date.parse(event.at) <= until)
      .map(({ event, parcel }) => ({ number: parcel.trackingNumber, ...renderEvent(event, parcel) }));
    const offset = Number(query.get("cursor") ?? "0");
    return Response.json({ rows: rows.slice(offset, offset + limit), next: offset + limit < rows.length ? String(offset + limit) : null });
  }

  const server = createCourierServer({
    world,
    refuse: ({ request }) => (desk.accepts(request.headers.get("x-token")) ? null : Response.json({}, { status: 401 })),
    notFound: () => Response.json({}, { status: 404 }),
    expireTokens: desk.expire,
    routes: [
      {
        name: "sign-in",
        method: "POST",
        path: /^\/sign-in$/,
        isPublic: true,
        answer: ({ body }) => (jsonObject(body).key === key ? Response.json(desk.issue()) : Response.json({}, { status: 401 })),
      },
      {
        name: "parcels",
        method: "GET",
        path: /^\/parcels$/,
        answer: ({ url, asksFor }) => {
          const numbers = (url.searchParams.get("numbers") ?? "").split(",");
          asksFor(...numbers);
          const found = numbers.map((number) => world.parcel(number)).filter((parcel) => parcel !== null);
          return Response.json({ parcels: found.map(render) });
        },
      },
      { name: "changes", method: "GET", path: /^\/changes$/, answer: changes },
      {
        name: "point",
        method: "GET",
        path: /^\/points\/([^/]+)$/,
        answer: ({ parts: [id] }) => (id === pointId ? Response.json(point) : Response.json({}, { status: 404 })),
      },
      { name: "status", method: "GET", path: /^\/status$/, answer: () => Response.json({ status: "ok" }) },
    ],
  });

  return {
    ...server,
    key,
    webhookSecret,
    silentKinds: [],
    secrets: [key, webhookSecret, "memory-token"],
    expireTokens: desk.expire,
    webhookBody: (trackingNumber) => {
      const parcel = world.parcel(trackingNumber);
      if (parcel === null) throw new RangeError(`Nothing has happened to "${trackingNumber}"`);
      return new TextEncoder().encode(JSON.stringify(render(parcel)));
    },
    signWebhook: (body, secret = webhookSecret): InboundWebhook => ({
      method: "POST",
      url: "https://askonce.example.test/webhooks/memory-courier",
      headers: new Headers(secret === null ? {} : { "x-memory-signature": createHmac("sha256", secret).update(body).digest("base64") }),
      body: body.slice(),
    }),
  };
}

const point = {
  id: pointId,
  name: "Locker Gara",
  address: "Str. Garii 2",
  city: "Cluj-Napoca",
  country: "RO",
  hours: [{ day: 1, opens: "08:00", closes: "20:00" }],
};

function renderEvent({ id, kind, at, city, countryCode, piece }: CourierEvent, { zone }: CourierParcel): Record<string, unknown> {
  const says = `The parcel is now: ${kind.replaceAll("_", " ")}`;
  return { id, code: kind, says, at: isoWithOffset(Date.parse(at), zone), zone, city, country: countryCode, piece };
}
