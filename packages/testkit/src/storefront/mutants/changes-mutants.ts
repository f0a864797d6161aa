import type { AdapterContext, ChangesPage, OrderSnapshot, StorefrontAdapterV1 } from "@askonce/spec";
import { type Mutant, withChanges } from "./mutant.ts";

type List = NonNullable<StorefrontAdapterV1["changes"]>["list"];

const pageSize = 3;

async function everything(list: List, context: AdapterContext): Promise<OrderSnapshot[]> {
  const snapshots: OrderSnapshot[] = [];
  let cursor: string | null = null;
  do {
    const page: ChangesPage = await list({ since: null, cursor }, context);
    snapshots.push(...page.snapshots);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return snapshots;
}

function pageAt(all: readonly OrderSnapshot[], offset: number): ChangesPage {
  const next = offset + pageSize;
  return {
    snapshots: all.slice(offset, next),
    deleted: [],
    nextCursor: next < all.length ? String(next) : null,
    total: all.length,
    gaps: [],
  };
}

/** The cursor is a key to something that lives in this process. */
function forgetfulAfterRestart(list: List): List {
  const cursors = new Map<string, string>();
  return async (request, context) => {
    const cursor = request.cursor === null ? null : (cursors.get(request.cursor) ?? null);
    const page = await list({ ...request, cursor }, context);
    if (page.nextCursor === null) return page;
    const handle = `page-${cursors.size + 1}`;
    cursors.set(handle, page.nextCursor);
    return { ...page, nextCursor: handle };
  };
}

/** The cursor works once. */
function consumed(list: List): List {
  const used = new Set<string>();
  return async (request, context) => {
    if (request.cursor !== null && used.has(request.cursor)) return pageAt([], 0);
    if (request.cursor !== null) used.add(request.cursor);
    return list(request, context);
  };
}

export const changesMutants: readonly Mutant[] = [
  {
    name: "counts pages from the start",
    caughtBy: ["changes-survive-updates"],
    wrap: withChanges((list) => async (request, context) => {
      const all = await everything(list, context);
      const sinceMs = Date.parse(request.since ?? "1970-01-01T00:00:00Z");
      return pageAt(
        all.filter((snapshot) => Date.parse(snapshot.order.updatedAt) >= sinceMs),
        Number(request.cursor ?? 0),
      );
    }),
  },
  { name: "keeps its cursors in memory", caughtBy: ["changes-resumable"], wrap: withChanges(forgetfulAfterRestart) },
  { name: "uses a cursor up", caughtBy: ["changes-page-is-repeatable"], wrap: withChanges(consumed) },
  {
    name: "lists the newest change first",
    caughtBy: ["changes-complete"],
    wrap: withChanges(
      (list) => async (request, context) => pageAt((await everything(list, context)).toReversed(), Number(request.cursor ?? 0)),
    ),
  },
  {
    name: "ends after the second page",
    caughtBy: ["changes-complete", "changes-resumable"],
    wrap: withChanges((list) => async (request, context) => {
      const page = await list(request, context);
      return request.cursor === null ? page : { ...page, nextCursor: null };
    }),
  },
  {
    name: "goes in circles",
    caughtBy: ["changes-complete"],
    wrap: withChanges((list) => (request, context) => list({ ...request, cursor: null }, context)),
  },
  {
    name: "ignores since",
    caughtBy: ["changes-since"],
    wrap: withChanges((list) => (request, context) => list({ ...request, since: null }, context)),
  },
  {
    name: "leaves out what changed at the very instant",
    caughtBy: ["changes-since"],
    wrap: withChanges((list) => (request, context) => {
      const since = request.since === null ? null : new Date(Date.parse(request.since) + 1).toISOString();
      return list({ ...request, since }, context);
    }),
  },
  {
    name: "lists every order once and never again",
    caughtBy: ["changes-touch-is-seen"],
    wrap: withChanges((list) => {
      const seen = new Set<string>();
      return async (request, context) => {
        const page = await list(request, context);
        const fresh = page.snapshots.filter((snapshot) => !seen.has(snapshot.order.ref));
        for (const snapshot of fresh) seen.add(snapshot.order.ref);
        return { ...page, snapshots: fresh };
      };
    }),
  },
];
