/** What the cases keep. Not the core's tables: the suite is for a storage and not for the core. */
export interface ProbeTables {
  probe_items: ProbeItem;
  probe_parts: { shop: string; item_id: string; id: string };
  /** 24 columns of text, `c0` to `c23`. */
  probe_wide: Record<string, string>;
}

export interface ProbeItem {
  shop: string;
  id: string;
  amount: number | null;
  note: string | null;
  bytes: Uint8Array | null;
}

export function item(id: string, changes: Partial<ProbeItem> = {}): ProbeItem {
  return { shop: "shop", id, amount: null, note: null, bytes: null, ...changes };
}
