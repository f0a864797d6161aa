import type { IncomingMessage, RequestListener } from "node:http";
import type { StorefrontEvent } from "@askonce/spec";
import { memoryStorefront } from "@askonce/testkit/storefront";
import { emptyShop } from "../empty-shop.ts";
import { silentLogger } from "./silent.ts";

export interface ReadWebhook {
  event: StorefrontEvent;
  headers: string;
  body: Buffer;
}

/** A listener on bare `node:http` with the same check of the signature and the same reading of the body; `store` ends when it is durable. */
export function listenByHand(store: (webhook: ReadWebhook) => Promise<void>): RequestListener {
  const { adapter } = memoryStorefront(emptyShop);
  return (incoming, outgoing) => {
    const answer = async () => {
      const body = await readAll(incoming);
      const headers = new Headers(incoming.headers as Record<string, string>);
      const context = { clock: { now: Date.now, sleep: async () => {} }, logger: silentLogger };
      const { events = [] } = (await adapter.webhooks?.receive({ method: "POST", url: incoming.url ?? "", headers, body }, context)) ?? {};
      headers.delete("x-memory-signature");
      for (const event of events) await store({ event, headers: JSON.stringify(Object.fromEntries(headers)), body });
    };
    answer().then(
      () => outgoing.writeHead(200, { "content-type": "application/json" }).end('{"received":true}'),
      () => outgoing.writeHead(500).end(),
    );
  };
}

async function readAll(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
