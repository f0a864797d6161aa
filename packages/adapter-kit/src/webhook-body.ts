import { AskonceError, type JsonValue, parseJson } from "@askonce/spec";
import type * as z from "zod";

/**
 * The body of a webhook whose signature was right, read with a loose schema.
 *
 * @throws AskonceError `WEBHOOK_UNREADABLE` when it is no JSON or has another shape; never quotes it
 */
export function readWebhookBody<Schema extends z.ZodType>(schema: Schema, body: Uint8Array): z.infer<Schema> {
  let json: JsonValue;
  try {
    json = parseJson(body);
  } catch {
    throw new AskonceError("WEBHOOK_UNREADABLE", { message: "The body is not JSON" });
  }
  const result = schema.safeParse(json);
  if (!result.success) throw new AskonceError("WEBHOOK_UNREADABLE", { message: "The body is not an event" });
  return result.data;
}
