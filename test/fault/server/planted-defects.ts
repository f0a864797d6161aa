import type { Handler } from "@askonce/core";
import type { StorefrontAdapterV1 } from "@askonce/spec";
import type { StorageV1 } from "@askonce/spec/storage";
import { Kysely } from "kysely";
import type { PlantedDefect } from "./server-settings.ts";

/** `ack-before-commit`: a webhook is answered before anything of it is written. */
export function withDefectiveHandler(handler: Handler, broken: PlantedDefect | null): Handler {
  if (broken !== "ack-before-commit") return handler;
  return async (request, info) => {
    if (!new URL(request.url).pathname.includes("/webhooks/")) return handler(request, info);
    const body = await request.arrayBuffer();
    const copy = new Request(request.url, { method: request.method, headers: request.headers, body });
    setTimeout(() => void handler(copy, info), 5);
    return Response.json({ received: true });
  };
}

/** `no-dedupe`: a repeated delivery gets a key of its own. */
export function withDefectiveKeys(adapter: StorefrontAdapterV1, broken: PlantedDefect | null): StorefrontAdapterV1 {
  const { webhooks } = adapter;
  if (broken !== "no-dedupe" || !webhooks) return adapter;
  return {
    ...adapter,
    webhooks: {
      ...webhooks,
      receive: async (webhook, context) => {
        const receipt = await webhooks.receive(webhook, context);
        return { ...receipt, events: receipt.events.map((event) => ({ ...event, key: `${event.key}#${Math.random()}` })) };
      },
    },
  };
}

/** `forget-claimed`: what a process before this one left behind is never looked at again. */
export async function forgetClaimed(storage: StorageV1, broken: PlantedDefect | null): Promise<void> {
  if (broken !== "forget-claimed") return;
  const database = new Kysely<{ inbox: { state: string; next_attempt_at: number } }>({ dialect: storage.dialect });
  await database
    .updateTable("inbox")
    .set({ next_attempt_at: Date.UTC(2100, 0) })
    .where("state", "=", "pending")
    .execute()
    // In the first start there is no inbox yet.
    .catch(() => {});
  await database.destroy();
  await storage.close();
}
