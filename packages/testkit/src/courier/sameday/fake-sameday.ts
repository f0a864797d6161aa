import type { CourierParcel } from "../courier-parcel.ts";
import { type CourierCall, type CourierServerRoute, createCourierServer } from "../courier-server.ts";
import { localTime } from "../courier-time.ts";
import type { CourierWorld } from "../courier-world.ts";
import { type FakeCourierWithSignIn, silentKindsOf } from "../fake-courier.ts";
import { createTokenDesk } from "../token-desk.ts";
import {
  readSamedayPage,
  samedayList,
  samedayLockers,
  samedayOohLocations,
  samedaySyncRows,
  samedayWindowSeconds,
} from "./sameday-lists.ts";
import { samedayAwbStatus, samedayParcelHistory, samedayPieceNumber, samedayPublicHistory, samedayZone } from "./sameday-rows.ts";
import { samedayWords } from "./sameday-words.ts";

export interface FakeSamedayOptions {
  world: CourierWorld;
  /** Default `sameday-demo-user`. */
  username?: string;
  /** Default `sameday-demo-password`. */
  password?: string;
  /** In milliseconds. Default 12 hours; the end is told to the minute, in Bucharest's time without an offset. */
  tokenLifetimeMs?: number;
  /** Whether lists of changes tell `total` and `pages`. Default `sometimes`: on every other answer. */
  totals?: "always" | "never" | "sometimes";
  /** Rows on a page at most, whatever is asked for. Default 500. */
  largestPage?: number;
  /** How long after it happened an event is in the list of changes, in milliseconds. Default 0. */
  syncLagMs?: number;
}

export interface FakeSameday extends FakeCourierWithSignIn {
  readonly username: string;
  readonly password: string;
}

/**
 * Sameday's client API over a world, as far as it is known: signing in, the status of a shipment, the history of a parcel, the changes of
 * the account (windows of 7200 s at most), lockers and points, and the history that needs no key.
 */
export function createFakeSameday(options: FakeSamedayOptions): FakeSameday {
  const { world, username = "sameday-demo-user", password = "sameday-demo-password", largestPage = 500, syncLagMs = 0 } = options;
  const totals = options.totals ?? "sometimes";
  const desk = createTokenDesk(world.clock, options.tokenLifetimeMs ?? 12 * 3_600_000, "sameday-token");
  let syncs = 0;

  function signIn({ request, body }: CourierCall): Response {
    const isRight = request.headers.get("x-auth-username") === username && request.headers.get("x-auth-password") === password;
    if (!isRight) return failure(401, "Bad credentials.");
    if (new URLSearchParams(body).get("remember_me") !== "1") return invalid(["remember_me"]);
    const { token, expiresMs } = desk.issue();
    const { year, month, day, hour, minute } = localTime(expiresMs, samedayZone);
    return Response.json({ token, expire_at: `${year}-${month}-${day} ${hour}:${minute}` });
  }

  function sync({ url }: CourierCall): Response {
    const page = readSamedayPage(url.searchParams, largestPage);
    const [start, end] = ["startTimestamp", "endTimestamp"].map((name) => Number(url.searchParams.get(name) ?? Number.NaN));
    if (Array.isArray(page)) return invalid(page);
    if (start === undefined || end === undefined || !Number.isInteger(start) || !Number.isInteger(end)) return invalid(["startTimestamp"]);
    if (end < start || end - start > samedayWindowSeconds) return invalid(["endTimestamp"]);
    const rows = samedaySyncRows(world, start, end, syncLagMs);
    const count = ++syncs;
    // A window in which nothing happened has a body only sometimes.
    if (rows.length === 0 && count % 2 === 0) return new Response("", { headers: { "content-type": "application/json" } });
    return Response.json(samedayList(rows, page, totals === "always" || (totals === "sometimes" && count % 2 === 0)));
  }

  function list(rows: readonly Record<string, unknown>[], idField: string, filter: string) {
    return ({ url }: CourierCall): Response => {
      const page = readSamedayPage(url.searchParams, largestPage);
      if (Array.isArray(page)) return invalid(page);
      const wanted = url.searchParams.get(filter)?.split(",");
      return Response.json(samedayList(wanted ? rows.filter((row) => wanted.includes(String(row[idField]))) : rows, page, true));
    };
  }

  const ofParcel =
    (answer: (parcel: CourierParcel, piece: number) => Record<string, unknown>, missing: () => Response) =>
    ({ parts: [number = ""], asksFor }: CourierCall): Response => {
      asksFor(number);
      for (const parcel of world.parcels()) {
        if (parcel.trackingNumber === number) return Response.json(answer(parcel, 0));
        for (let piece = 0; piece < parcel.pieces; piece++) {
          if (samedayPieceNumber(parcel, piece) === number) return Response.json(answer(parcel, piece));
        }
      }
      return missing();
    };

  const publicMissing = () => Response.json({ error: { code: 404, message: "Awb-ul nu a fost gasit!" } }, { status: 404 });
  const missing = () => failure(404, "Not Found");
  const routes: CourierServerRoute[] = [
    { name: "authenticate", method: "POST", path: /^\/api\/authenticate$/, isPublic: true, answer: signIn },
    {
      name: "awb-status",
      method: "GET",
      path: /^\/api\/client\/awb\/([^/]+)\/status$/,
      answer: ofParcel((parcel) => samedayAwbStatus(world, parcel), missing),
    },
    {
      name: "parcel-history",
      method: "GET",
      path: /^\/api\/client\/parcel\/([^/]+)\/status-history$/,
      answer: ofParcel((parcel, piece) => samedayParcelHistory(world, parcel, piece), missing),
    },
    { name: "status-sync", method: "GET", path: /^\/api\/client\/status-sync$/, answer: sync },
    { name: "lockers", method: "GET", path: /^\/api\/client\/lockers$/, answer: list(samedayLockers, "lockerId", "lockersList") },
    {
      name: "ooh-locations",
      method: "GET",
      path: /^\/api\/client\/ooh-locations$/,
      answer: list(samedayOohLocations, "oohId", "locationsList"),
    },
    {
      name: "public-history",
      method: "GET",
      path: /^\/api\/public\/awb\/([^/]+)\/awb-history$/,
      isPublic: true,
      answer: ofParcel((parcel) => samedayPublicHistory(world, parcel), publicMissing),
    },
  ];
  return {
    ...createCourierServer({
      world,
      routes,
      refuse: ({ request }) => (desk.accepts(request.headers.get("x-auth-token")) ? null : failure(401, "Invalid token")),
      notFound: missing,
      expireTokens: desk.expire,
    }),
    username,
    password,
    silentKinds: silentKindsOf(samedayWords),
    secrets: [password, "sameday-token"],
    expireTokens: desk.expire,
  };
}

function failure(status: number, message: string): Response {
  return Response.json({ code: status, message }, { status });
}

/** A Symfony form's refusal. */
function invalid(fields: readonly string[]): Response {
  const children = Object.fromEntries(fields.map((field) => [field, { errors: ["This value is not valid."] }]));
  return Response.json({ code: 400, message: "Validation Failed", errors: { children } }, { status: 400 });
}
