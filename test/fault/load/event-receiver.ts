import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A system of the shop's own that is told of every new ticket, and outlives every server that tells it. */
export interface EventReceiver {
  readonly url: string;
  /** How often each event was delivered, by the event's id. At least once is what is promised. */
  readonly deliveries: ReadonlyMap<string, number>;
  close(): Promise<void>;
}

export async function startEventReceiver(): Promise<EventReceiver> {
  const deliveries = new Map<string, number>();
  const server = createServer((incoming, outgoing) => {
    const id = String(incoming.headers["webhook-id"] ?? "");
    incoming.resume().once("end", () => {
      deliveries.set(id, (deliveries.get(id) ?? 0) + 1);
      outgoing.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`,
    deliveries,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
