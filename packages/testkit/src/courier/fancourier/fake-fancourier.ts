import type { CourierParcel } from "../courier-parcel.ts";
import { type CourierCall, createCourierServer, jsonObject } from "../courier-server.ts";
import { localTime } from "../courier-time.ts";
import type { CourierWorld } from "../courier-world.ts";
import { type FakeCourierWithSignIn, silentKindsOf } from "../fake-courier.ts";
import { newestSaid, saidEvents } from "../said-events.ts";
import { createTokenDesk } from "../token-desk.ts";
import { fanWords } from "./fan-words.ts";

export interface FakeFanCourierOptions {
  world: CourierWorld;
  /** Default `fan-demo-user`. */
  username?: string;
  /** Default `fan-demo-password`. */
  password?: string;
  /** Default `7000000`. */
  clientId?: string;
}

export interface FakeFanCourier extends FakeCourierWithSignIn {
  readonly username: string;
  readonly password: string;
  readonly clientId: string;
}

const zone = "Europe/Bucharest";
/** A token's life is 23 to 24 hours. */
const tokenLifetimeMs = 23 * 3_600_000;

/** FAN Courier's API 2.0 over a world: signing in and tracking, several numbers at once. Times have no zone; Bucharest's is meant. */
export function createFakeFanCourier(options: FakeFanCourierOptions): FakeFanCourier {
  const { world, username = "fan-demo-user", password = "fan-demo-password", clientId = "7000000" } = options;
  const desk = createTokenDesk(world.clock, tokenLifetimeMs, "fan-token");

  function signIn({ url, body, request }: CourierCall): Response {
    const isJson = request.headers.get("content-type")?.includes("json") ?? false;
    const given = isJson ? jsonObject(body) : Object.fromEntries([...url.searchParams, ...new URLSearchParams(body)]);
    if (given.username !== username || given.password !== password) return refusal(401, "Unauthorized");
    const { token, expiresMs } = desk.issue();
    return Response.json({ status: "success", data: { token, expiresAt: fanTime(expiresMs, true) } });
  }

  function track({ url, asksFor }: CourierCall): Response {
    const numbers = [...url.searchParams].filter(([name]) => name === "awb[]" || /^awb\[\d+\]$/.test(name)).map(([, number]) => number);
    asksFor(...numbers);
    if (url.searchParams.get("clientId") !== clientId) return refusal(403, "Forbidden");
    if (numbers.length === 0) return refusal(422, "The awb field is required.");
    const parcels = numbers.map((number) => world.parcel(number)).filter((parcel) => parcel !== null);
    return Response.json({ status: "success", data: parcels.map((parcel) => renderFanParcel(world, parcel)) });
  }

  return {
    ...createCourierServer({
      world,
      refuse: ({ request }) =>
        desk.accepts(/^Bearer (.+)$/.exec(request.headers.get("authorization") ?? "")?.[1] ?? null) ? null : refusal(401, "Unauthorized"),
      notFound: () => refusal(404, "Not Found"),
      expireTokens: desk.expire,
      routes: [
        { name: "login", method: "POST", path: /^\/login$/, isPublic: true, answer: signIn },
        { name: "tracking", method: "GET", path: /^\/reports\/awb\/tracking$/, answer: track },
      ],
    }),
    username,
    password,
    clientId,
    silentKinds: silentKindsOf(fanWords),
    secrets: [password, "fan-token"],
    expireTokens: desk.expire,
  };
}

function renderFanParcel(world: CourierWorld, parcel: CourierParcel): Record<string, unknown> {
  const said = saidEvents(world, parcel, fanWords).toReversed();
  const last = newestSaid(said);
  const isDelivered = last?.event.kind === "delivered" || last?.event.kind === "collected";
  const isReturning = last?.event.kind === "return_started";
  return {
    awbNumber: parcel.trackingNumber,
    events: said.map(({ event, word, atMs }) => ({ ...word, location: event.city ?? "", date: fanTime(atMs, false) })),
    returnAwbNumber: isReturning ? `9${parcel.trackingNumber.slice(1)}` : null,
    confirmation: { name: isDelivered ? parcel.recipient : null },
  };
}

function fanTime(atMs: number, withSeconds: boolean): string {
  const { year, month, day, hour, minute, second } = localTime(atMs, zone);
  return `${year}-${month}-${day} ${hour}:${minute}${withSeconds ? `:${second}` : ""}`;
}

function refusal(status: number, message: string): Response {
  return Response.json({ status: "error", message }, { status });
}
