import { readVendorResponse } from "@askonce/adapter-kit";
import { type AdapterContext, AskonceError, type CarrierChangesPage, type CarrierChangesRequest, type TrackedParcel } from "@askonce/spec";
import type * as z from "zod";
import type { SamedayClient } from "../client/sameday-client.ts";
import { syncPageSchema } from "../schemas/answers.ts";
import { type StatusRowAnswer, statusRowSchema } from "../schemas/status-row.ts";
import { trackedParcel } from "../track/tracked-parcel.ts";

/** The courier refuses longer spans. */
export const windowMs = 7_200_000;
/** Its list lags. */
export const overlapMs = 300_000;
const rowsPerPage = 500;

type SyncPage = z.infer<typeof syncPageSchema>;

/**
 * A page of the account's changes.
 *
 * @throws AskonceError `VALIDATION_FAILED` for a span above {@link windowMs} or a cursor of somebody else's
 */
export async function listChanges(
  client: SamedayClient,
  request: CarrierChangesRequest,
  zone: string,
  context: AdapterContext,
): Promise<CarrierChangesPage> {
  const page = readPageNumber(request.cursor);
  const body = await client.get("api/client/status-sync", { ...spanOf(request), page, countPerPage: rowsPerPage }, context, {
    emptyIsNull: true,
  });
  if (body === null) return { parcels: [], nextCursor: null };
  const answer = readVendorResponse(syncPageSchema, body, "list of changes");
  const rows = answer.data.flatMap((entry) => {
    const row = statusRowSchema.safeParse(entry);
    return row.success ? [row.data] : [];
  });
  return { parcels: parcelsOf(rows, zone, context.clock.now()), nextCursor: hasNextPage(answer, page) ? String(page + 1) : null };
}

function spanOf({ since, until }: CarrierChangesRequest): { startTimestamp: number; endTimestamp: number } {
  const startMs = Date.parse(since);
  const endMs = Date.parse(until);
  if (!(endMs >= startMs && endMs - startMs <= windowMs)) {
    throw new AskonceError("VALIDATION_FAILED", { message: "A span of changes ends after it begins, two hours later at most" });
  }
  const startTimestamp = Math.floor(startMs / 1000);
  return { startTimestamp, endTimestamp: Math.min(Math.ceil(endMs / 1000), startTimestamp + windowMs / 1000) };
}

function readPageNumber(cursor: string | null): number {
  if (cursor === null) return 1;
  if (!/^[1-9]\d{0,5}$/.test(cursor)) throw new AskonceError("VALIDATION_FAILED", { message: "The cursor was not made by this adapter" });
  return Number(cursor);
}

/** By what the answer tells; without any of it, until a page is empty, lest the courier gives fewer rows than it was asked for. */
function hasNextPage({ total, pages, perPage, data }: SyncPage, page: number): boolean {
  if (data.length === 0) return false;
  if (pages) return page < pages;
  if (total && perPage) return page * perPage < total;
  return perPage ? data.length >= perPage : true;
}

/**
 * A row is about one box, whose number is the shipment's and three digits (evidence K). It is told under both numbers: shops keep the one or
 * the other. The shipment's own history is its first box's, as most have only one; how many there are is not said here. Once another one is
 * seen, both are `pieces`, the first one without a state of its own: it is where the number is.
 */
function parcelsOf(rows: readonly StatusRowAnswer[], zone: string, now: number): TrackedParcel[] {
  // Oldest first in the list; of one moment's rows the last one is the newest.
  const boxes = groupBy(rows.toReversed(), (row) => row.parcelAwbNumber?.toUpperCase() ?? null);
  const shipments = groupBy([...boxes.keys()], (box) => /^(.{10,})\d{3}$/.exec(box)?.[1] ?? null);
  const partOf = (trackingNumber: string, boxRows: readonly StatusRowAnswer[], pieces: Map<string, readonly StatusRowAnswer[]>) =>
    trackedParcel({ trackingNumber, rows: boxRows, summary: {}, pieces, zone, now });
  return [
    ...[...shipments].map(([shipment, numbers]) => {
      const first = `${shipment}001`;
      const others = numbers.filter((box) => box !== first).map((box): [string, StatusRowAnswer[]] => [box, boxes.get(box) ?? []]);
      return partOf(shipment, boxes.get(first) ?? [], new Map(others.length === 0 ? [] : [[first, []], ...others]));
    }),
    ...[...boxes].map(([box, boxRows]) => partOf(box, boxRows, new Map())),
  ];
}

/** Leaves out what has no key. */
function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string | null): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
