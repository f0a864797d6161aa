import type { Askonce } from "../askonce.ts";

/** The instances that are open in this process. */
export interface OpenShops {
  get(shopId: string, databaseId: string): Promise<Askonce>;
  stop(): Promise<void>;
}

interface Open {
  databaseId: string;
  instance: Promise<Askonce>;
}

/** Keeps the instances that were used last. One that gives way, or whose shop has moved, ends what it is doing and stops. */
export function createOpenShops(mostOpen: number, make: (shopId: string, databaseId: string) => Promise<Askonce>): OpenShops {
  const open = new Map<string, Open>();
  const closing = new Set<Promise<void>>();

  const close = (shopId: string) => {
    const known = open.get(shopId);
    if (!known) return;
    open.delete(shopId);
    const end: Promise<void> = known.instance
      .then((instance) => instance.stop())
      .catch(() => {})
      .finally(() => closing.delete(end));
    closing.add(end);
  };

  return {
    get(shopId, databaseId) {
      const known = open.get(shopId);
      if (known?.databaseId === databaseId) {
        // Used last, it goes to the end.
        open.delete(shopId);
        open.set(shopId, known);
        return known.instance;
      }
      close(shopId);
      const instance = make(shopId, databaseId);
      const made = { databaseId, instance };
      open.set(shopId, made);
      instance.catch(() => {
        if (open.get(shopId) === made) open.delete(shopId);
      });
      const [oldest] = open.keys();
      if (open.size > mostOpen && oldest !== undefined) close(oldest);
      return instance;
    },
    async stop() {
      for (const shopId of [...open.keys()]) close(shopId);
      while (closing.size > 0) await Promise.all(closing);
    },
  };
}
