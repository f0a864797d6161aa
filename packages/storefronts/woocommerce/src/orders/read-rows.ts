import { readVendorResponse } from "@askonce/adapter-kit";
import type { JsonValue } from "@askonce/spec";
import * as z from "zod";

/** The rows of a list answer. Something else than a list is an answer of something else than WooCommerce. */
export function readRows(body: JsonValue, what: string): unknown[] {
  return readVendorResponse(z.array(z.unknown()), body, what);
}

/** Rows that fit the schema; one that does not is left out. */
export function readGoodRows<Schema extends z.ZodType>(schema: Schema, body: JsonValue, what: string): z.output<Schema>[] {
  return readRows(body, what).flatMap((row) => {
    const result = schema.safeParse(row);
    return result.success ? [result.data] : [];
  });
}
