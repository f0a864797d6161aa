import { createHmac, randomUUID } from "node:crypto";
import type { InboundWebhook } from "@askonce/spec";
import type { FakeOrder, FakeShop } from "@askonce/testkit/shop-data";
import { localTime, renderOrder, type ShopOrder, toJson } from "./corner-shop-order.ts";

export interface CornerShopOptions {
  token: string;
  webhookSecret: string;
  /** Most orders on a page of changes. */
  pageSize: number;
  /** Milliseconds since the epoch. */
  now(): number;
  /** The shop's id for an order of the neutral shop. */
  uid(order: Pick<FakeOrder, "id">): string;
}

interface Row {
  uid: string;
  /** Milliseconds since the epoch, whole seconds: the shop keeps nothing finer. */
  changed: number;
  order: ShopOrder;
}

const mostFound = 50;

/** A small shop with a REST API of its own, as a function from `Request` to `Response`. */
export function createCornerShop(shop: FakeShop, options: CornerShopOptions) {
  const toSecond = (milliseconds: number) => Math.floor(milliseconds / 1000) * 1000;
  const rows = new Map<string, Row>(
    shop.orders.map((order) => {
      const uid = options.uid(order);
      return [uid, { uid, changed: toSecond(Date.parse(order.updatedAt)), order: renderOrder(order, shop, uid) }];
    }),
  );

  function rowOf(uid: string): Row {
    const row = rows.get(uid);
    if (!row) throw new RangeError(`The corner shop has no order ${uid}`);
    return row;
  }

  function route({ pathname, searchParams }: URL): Response {
    if (pathname === "/api/status") return json({ shop: shop.name });
    if (pathname === "/api/orders") return json(find([...rows.values()], searchParams));
    if (pathname === "/api/changes") return json(listChanges([...rows.values()], searchParams, options.pageSize));
    const row = rows.get(pathname.replace("/api/orders/", ""));
    return row ? json(row.order) : json({ problem: "nothing here" }, 404);
  }

  return {
    async handle(request: Request): Promise<Response> {
      if (request.headers.get("authorization") !== `Bearer ${options.token}`) return json({ problem: "who are you?" }, 401);
      return route(new URL(request.url));
    },
    /** Changes what the shop keeps, in its own words, without a new version. */
    amend(uid: string, amend: (order: ShopOrder) => ShopOrder): void {
      const row = rowOf(uid);
      row.order = amend(row.order);
    },
    /** Gives the order a new version. */
    touch(uid: string): void {
      const row = rowOf(uid);
      row.changed = toSecond(options.now());
      row.order = { ...row.order, times: { ...row.order.times, changed: localTime(row.changed, shop.timeZone) } };
    },
    /** What the shop would post about an order. */
    webhook(about: "order.touched" | "order.removed" | "hello", uid: string): InboundWebhook {
      const { memos: _memos, ...order } = rowOf(uid).order;
      const content = { "order.touched": { about, order }, "order.removed": { about, order: { uid: order.uid } }, hello: { about } };
      return signedWebhook(new TextEncoder().encode(toJson(content[about])), options.webhookSecret);
    },
  };
}

/** A delivery: its number is new each time, also for a repetition. */
export function signedWebhook(body: Uint8Array, secret: string): InboundWebhook {
  const signature = createHmac("sha256", secret).update(body).digest("base64");
  const headers = new Headers({ "x-corner-signature": signature, "x-corner-delivery": randomUUID() });
  return { method: "POST", url: "https://askonce.example.test/webhooks/corner", headers, body };
}

/** Loosely, as shops search: parts of words count, and so does nothing at all. */
function find(rows: Row[], parameters: URLSearchParams): unknown {
  const digits = (text: string) => text.replace(/\D/g, "");
  const found = rows.filter(({ order }) => {
    const { mail = "", tel = "" } = order.buyer;
    return (
      order.no.includes(parameters.get("number") ?? "") &&
      mail.toLowerCase().includes((parameters.get("mail") ?? "").toLowerCase()) &&
      digits(tel).includes(digits(parameters.get("tel") ?? ""))
    );
  });
  return { rows: found.slice(0, mostFound).map((row) => row.order), more: found.length > mostFound };
}

/** By version and id, so that an order that changes meanwhile moves to the end and pushes no other one off its page. */
function listChanges(rows: Row[], parameters: URLSearchParams, pageSize: number): unknown {
  const position = (row: Row) => `${String(row.changed).padStart(15, "0")}-${row.uid.padStart(20, "0")}`;
  const since = Math.floor(Date.parse(parameters.get("since") ?? "1970-01-01T00:00:00Z") / 1000) * 1000;
  const cursor = parameters.get("cursor") ?? "";
  const changed = rows.filter((row) => row.changed >= since).sort((one, other) => (position(one) < position(other) ? -1 : 1));
  const left = changed.filter((row) => position(row) > cursor);
  const page = left.slice(0, pageSize);
  const last = page.at(-1);
  return { rows: page.map((row) => row.order), next: last && left.length > page.length ? position(last) : null, count: changed.length };
}

function json(value: unknown, status = 200): Response {
  return new Response(toJson(value), { status, headers: { "content-type": "application/json" } });
}
