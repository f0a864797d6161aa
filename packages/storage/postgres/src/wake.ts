import type { StorageV1 } from "@askonce/spec/storage";
import type { Client } from "pg";

/** Notifications of one process go out at most this often: a notification is ordered by a lock that all of the server's commits share. */
const coalesceMs = 25;
const reconnectMs = 1000;
const channelName = "askonce_wake";

export interface PostgresWake {
  readonly port: NonNullable<StorageV1["wake"]>;
  close(): Promise<void>;
}

/**
 * Wake-ups over LISTEN and NOTIFY: after the commit and never in it, many as one, on a connection of their own. While that is lost nothing
 * is heard, and polling does the work.
 */
export function createWake(connect: () => Promise<Client>): PostgresWake {
  const listeners = new Map<string, Set<() => void>>();
  const due = new Set<string>();
  let client: Promise<Client | null> | null = null;
  let sending: ReturnType<typeof setTimeout> | null = null;
  let closed = false;

  const open = () => {
    client ??= connect()
      .then(async (connected) => {
        connected.on("notification", ({ payload }) => {
          for (const channel of (payload ?? "").split("\n")) for (const wakeUp of listeners.get(channel) ?? []) wakeUp();
        });
        const lost = () => {
          client = null;
          if (!closed && listeners.size > 0) setTimeout(() => void open(), reconnectMs).unref();
        };
        connected.on("error", lost);
        connected.on("end", lost);
        await connected.query(`listen ${channelName}`);
        // What was said while nobody listened is not lost: everybody looks once.
        for (const waiting of listeners.values()) for (const wakeUp of waiting) wakeUp();
        return connected;
      })
      .catch(() => {
        client = null;
        if (!closed && listeners.size > 0) setTimeout(() => void open(), reconnectMs).unref();
        return null;
      });
    return client;
  };

  const send = async () => {
    const payload = [...due].join("\n");
    due.clear();
    try {
      await (await open())?.query("select pg_notify($1, $2)", [channelName, payload]);
    } catch {
      // A hint that is lost costs one polling interval.
    }
    // What came while this one went out goes with the next.
    sending = due.size > 0 && !closed ? setTimeout(() => void send(), coalesceMs) : null;
  };

  return {
    port: {
      async notify(channel) {
        due.add(channel);
        if (!closed) sending ??= setTimeout(() => void send(), coalesceMs);
      },
      async listen(channel, onWake) {
        listeners.set(channel, (listeners.get(channel) ?? new Set()).add(onWake));
        void open();
        return async () => {
          const waiting = listeners.get(channel);
          waiting?.delete(onWake);
          if (waiting?.size === 0) listeners.delete(channel);
        };
      },
    },
    async close() {
      closed = true;
      if (sending) clearTimeout(sending);
      const connected = await client;
      await connected?.end().catch(() => {});
    },
  };
}
