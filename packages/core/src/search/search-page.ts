import type { RawBuilder } from "kysely";
import { decodeCursor } from "../storage/cursor.ts";
import type { Store } from "../storage/store.ts";
import type { DocumentRequest } from "./find-documents.ts";

/** No position is as high: the cursor of a page that begins before the newest. */
export const end = 2 ** 40;

/**
 * The rows of a page of results: the storage's ways of finding documents are tried until one of them fills the page. Looking for nothing finds
 * nothing.
 *
 * @param read the rows at positions, which are given as a query of one column
 */
export async function searchPage<Row>(
  store: Store,
  {
    cursor,
    read,
    ...request
  }: Omit<DocumentRequest, "shopId" | "before"> & {
    cursor: string | undefined;
    read: (positions: RawBuilder<unknown>) => Promise<Row[]>;
  },
): Promise<Row[]> {
  const before = cursor === undefined ? end : Math.min(end, decodeCursor(cursor, ["number"])[0]);
  if (request.query.length === 0) return [];
  let rows: Row[] = [];
  for (const find of store.dialect.findDocuments) {
    rows = await read(find({ ...request, shopId: store.shopId, before }));
    if (rows.length === request.limit) break;
  }
  return rows;
}
