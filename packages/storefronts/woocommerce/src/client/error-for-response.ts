import { errorForStatus } from "@askonce/adapter-kit";
import { AskonceError } from "@askonce/spec";
import type { WooRequest, WooResponse } from "../transport/woo-transport.ts";
import { readBodyOrNull } from "./read-body.ts";

/** WooCommerce's own word for a refusal, for example `woocommerce_rest_cannot_view`; `null` when there is none. */
function vendorCodeOf(text: string): string | null {
  const body = readBodyOrNull(text);
  const code = typeof body === "object" && body !== null && !Array.isArray(body) ? body.code : null;
  // Only what looks like a code: the message beside it may hold an e-mail address.
  return typeof code === "string" && /^[a-z0-9_.-]{1,80}$/i.test(code) ? code : null;
}

/** The error for a refusal: by status, with WooCommerce's code, and with advice where the status alone would mislead. */
export function errorForResponse(response: WooResponse, request: Pick<WooRequest, "method">, now: number): AskonceError {
  const { status } = response;
  const vendorCode = vendorCodeOf(response.text);
  const details = { status, ...(vendorCode === null ? {} : { vendorCode }) };
  if (status >= 300 && status < 400) {
    return new AskonceError("ADAPTER_REJECTED", {
      message: "The shop redirects its API: set the url option to the address that it redirects to",
      details,
    });
  }
  if (vendorCode === "rest_no_route") {
    return new AskonceError("ADAPTER_REJECTED", { message: "The shop has no such route: WooCommerce is switched off or too old", details });
  }
  // WooCommerce answers 401 with the code of a wrong secret when a key without write permission writes.
  if (status === 401 && request.method !== "GET" && vendorCode === "woocommerce_rest_authentication_error") {
    return new AskonceError("ADAPTER_FORBIDDEN", { message: "The key may not write, or its secret is wrong", details });
  }
  // A refused refund is a 500 with JSON: doing it again would be refused again, or worse.
  if (status === 500 && request.method !== "GET" && vendorCode !== null) {
    return new AskonceError("ADAPTER_REJECTED", { message: "The shop refused the change", details });
  }
  return errorForStatus(status, response.headers, now, vendorCode === null ? {} : { vendorCode });
}
