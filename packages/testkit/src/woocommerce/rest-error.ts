/** An answer of the form `{ code, message, data: { status } }`, thrown by a route and turned into a response at the edge. */
export class RestError extends Error {
  readonly status: number;
  readonly code: string;
  readonly data: Record<string, unknown> | number;

  /**
   * @param data what stands beside `status` in `data`; a number replaces the whole of `data`, as WooCommerce's refund errors do
   */
  constructor(status: number, code: string, message: string, data: Record<string, unknown> | number = {}) {
    super(message);
    this.name = "RestError";
    this.status = status;
    this.code = code;
    this.data = typeof data === "number" ? data : { status, ...data };
  }

  /** The JSON body. */
  body(): { code: string; message: string; data: unknown } {
    return { code: this.code, message: this.message, data: this.data };
  }
}

export function noRoute(): RestError {
  return new RestError(404, "rest_no_route", "No route was found matching the URL and request method.");
}

export function invalidOrderId(): RestError {
  return new RestError(404, "woocommerce_rest_shop_order_invalid_id", "Invalid ID.");
}
