import type { RawBuilder } from "kysely";
import type { DocumentKind } from "./document.ts";
import type { SearchQuery } from "./query.ts";

/** What is looked for among the documents of one shop and kind. */
export interface DocumentRequest {
  shopId: string;
  kind: DocumentKind;
  /** At least one term. */
  query: SearchQuery;
  /** Words of `markWords`; all of them. */
  marks: readonly string[];
  /** Only documents older than this position. */
  before: number;
  limit: number;
  /** A further condition on a position, for what the index may be behind with. */
  also?: ((position: RawBuilder<number>) => RawBuilder<boolean>) | undefined;
}

/** A query of one column `position`: the newest documents that hold all terms, at most `limit`, in no order. */
export type FindDocuments = (request: DocumentRequest) => RawBuilder<unknown>;
