import type { IncidentGroup } from "@askonce/spec";
import { useEffect, useRef, useState } from "react";
import { type Coalesced, coalesce } from "../api/coalesce.ts";
import { useLiveEvents } from "../api/live-context.tsx";
import { useSession } from "../session/session.tsx";

/** The storms that go on, the largest first. What cannot be read is not shown: a banner is no place for errors. */
export function useStorms(): readonly IncidentGroup[] {
  const { client } = useSession();
  const [storms, setStorms] = useState<readonly IncidentGroup[]>([]);
  const again = useRef<Coalesced | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    const load = async () => {
      const { items } = await client.incidents.groups(undefined, { signal: controller.signal });
      const open = items.filter(({ state }) => state === "open");
      setStorms(open.sort((one, other) => other.incidentCount - one.incidentCount));
    };
    load().catch(() => undefined);
    again.current = coalesce(load, { delayMs: 2_000 });
    return () => {
      controller.abort();
      again.current?.cancel();
    };
  }, [client]);
  useLiveEvents((event) => {
    if (event === null || event.type.startsWith("incident")) again.current?.request();
  });
  return storms;
}
