import { AskonceError } from "@askonce/spec";
import * as z from "zod";

/** One entry of `errors`, as far as it is used. Its message is read for its kind only: it can quote what was asked for. */
export const graphqlErrorSchema = z.object({
  message: z.string().catch(""),
  path: z.array(z.union([z.string(), z.number()])).nullish(),
  extensions: z.object({ code: z.string().nullish(), requiredAccess: z.string().nullish() }).nullish(),
});
export type GraphqlError = z.infer<typeof graphqlErrorSchema>;

/** A field that came back empty because of an error. */
export interface DeniedField {
  path: readonly (string | number)[];
  reason: "scope_missing" | "redacted" | "failed";
  /** The missing scope, or what to ask Shopify for. */
  remedy: string | null;
}

export function codeOf(error: GraphqlError): string {
  return error.extensions?.code ?? "";
}

/**
 * Errors that make the whole answer worthless, as an askonce error; `null` when the rest of the answer can be used.
 *
 * @param hasData whether any root field came back
 */
export function fatalError(errors: readonly GraphqlError[], hasData: boolean, throttledForMs: number): AskonceError | null {
  const codes = [...new Set(errors.map(codeOf))];
  const details = { codes: codes.map((code) => code || "none") };
  if (codes.includes("THROTTLED")) return new AskonceError("ADAPTER_RATE_LIMITED", { details, retryAfterMs: throttledForMs });
  const isPartial = hasData && errors.every((error) => (error.path?.length ?? 0) > 0);
  if (errors.length === 0 || isPartial) return null;
  if (codes.includes("INTERNAL_SERVER_ERROR")) return new AskonceError("ADAPTER_UNAVAILABLE", { details });
  if (codes.includes("TIMEOUT")) return new AskonceError("ADAPTER_TIMEOUT", { details });
  if (codes.includes("ACCESS_DENIED")) return forbidden(errors.map(deniedField));
  return new AskonceError("ADAPTER_REJECTED", { details });
}

/** The error for data that is missing as a whole, naming the scopes that would give it. */
function forbidden(denied: readonly DeniedField[]): AskonceError {
  const missing = [...new Set(denied.flatMap((field) => field.remedy ?? []))];
  return new AskonceError("ADAPTER_FORBIDDEN", {
    message: missing.length > 0 ? `The connection lacks: ${missing.join(", ")}` : "The connection lacks a permission",
    details: { missing },
  });
}

/** The error for data that is not there although the answer was none: a permission is missing, or Shopify failed at it. */
export function missingData(denied: readonly DeniedField[]): AskonceError {
  return denied.some((field) => field.reason === "failed") ? new AskonceError("ADAPTER_UNAVAILABLE") : forbidden(denied);
}

/** What an error means for the field it names. */
export function deniedField(error: GraphqlError): DeniedField {
  const path = error.path ?? [];
  if (codeOf(error) !== "ACCESS_DENIED") return { path, reason: "failed", remedy: null };
  const needed = `${error.extensions?.requiredAccess ?? ""} ${error.message}`;
  const scope = /`?((?:read|write)_[a-z_]+)`?/.exec(needed)?.[1];
  if (scope !== undefined) return { path, reason: "scope_missing", remedy: scope };
  const isProtected = /protected[- ]customer[- ]data|not approved/i.test(error.message);
  if (isProtected) return { path, reason: "redacted", remedy: "approval for protected customer data" };
  return { path, reason: "scope_missing", remedy: null };
}
