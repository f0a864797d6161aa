/** What is known about an error code: its HTTP status, whether trying again can help, and a title that holds no data. */
export interface ErrorDefinition {
  status: number;
  retryable: boolean;
  title: string;
}

type UpperSnake<Key extends string> = Key extends Uppercase<Key> ? Key : never;

/** Makes a typed table of error codes; a key that is not UPPER_SNAKE does not compile. */
export function defineErrors<const Table extends Record<string, ErrorDefinition>>(
  table: Table & { [Key in keyof Table]: Key extends string ? (UpperSnake<Key> extends never ? never : Table[Key]) : never },
): Table {
  return table;
}

/** Every code that askonce itself raises. `docs/errors/<CODE>.md` says for each what to do. */
export const errorCodes = defineErrors({
  // what the caller sent
  VALIDATION_FAILED: { status: 400, retryable: false, title: "The request does not have the expected shape" },
  BODY_TOO_LARGE: { status: 413, retryable: false, title: "The body is larger than the limit" },
  BODY_NOT_UTF8: { status: 400, retryable: false, title: "The body is not valid UTF-8" },
  BODY_NOT_JSON: { status: 400, retryable: false, title: "The body is not JSON" },
  BODY_TOO_DEEP: { status: 400, retryable: false, title: "The body is nested too deeply" },
  MESSAGE_TOO_LONG: { status: 413, retryable: false, title: "The message is longer than the limit" },
  // who the caller is
  UNAUTHENTICATED: { status: 401, retryable: false, title: "No valid credentials were given" },
  FORBIDDEN: { status: 403, retryable: false, title: "The role does not allow this" },
  TOO_MANY_REQUESTS: { status: 429, retryable: true, title: "Too many requests" },
  // what was asked for
  NOT_FOUND: { status: 404, retryable: false, title: "There is no such thing" },
  TICKET_NOT_FOUND: { status: 404, retryable: false, title: "There is no such ticket" },
  CUSTOMER_NOT_FOUND: { status: 404, retryable: false, title: "There is no such customer" },
  ORDER_NOT_FOUND: { status: 404, retryable: false, title: "There is no such order" },
  PARCEL_NOT_FOUND: { status: 404, retryable: false, title: "The order has no such parcel" },
  PROMISE_NOT_FOUND: { status: 404, retryable: false, title: "There is no such promise" },
  INCIDENT_NOT_FOUND: { status: 404, retryable: false, title: "There is no such incident" },
  AGENT_NOT_FOUND: { status: 404, retryable: false, title: "There is no such agent" },
  STOREFRONT_NOT_FOUND: { status: 404, retryable: false, title: "There is no such storefront" },
  WEBHOOK_ENDPOINT_NOT_FOUND: { status: 404, retryable: false, title: "There is no such webhook endpoint" },
  WEBHOOK_DELIVERY_NOT_FOUND: { status: 404, retryable: false, title: "There is no such webhook delivery" },
  IDENTITY_LINK_NOT_FOUND: { status: 404, retryable: false, title: "There is no such link between customers" },
  REPLY_ASKS_KNOWN: { status: 422, retryable: false, title: "The reply asks for what is known" },
  REPLY_DISCLOSES: { status: 422, retryable: false, title: "The reply shows what the customer has not proved to be theirs" },
  VERIFICATION_FAILED: { status: 422, retryable: false, title: "The code is wrong or over" },
  PACKET_INVALID: { status: 422, retryable: false, title: "The packet is not valid or over" },
  UPLOAD_NOT_FOUND: { status: 404, retryable: false, title: "The link for photos does not exist or is over" },
  FILE_NOT_FOUND: { status: 404, retryable: false, title: "The file does not exist or its link is over" },
  PHOTO_REFUSED: { status: 422, retryable: false, title: "This is not a photo that can be kept" },
  PHOTO_LIMIT: { status: 409, retryable: false, title: "The order has as many photos as it may have" },
  METHOD_NOT_ALLOWED: { status: 405, retryable: false, title: "The path does not answer to this method" },
  VERSION_CONFLICT: { status: 409, retryable: false, title: "Somebody else changed it meanwhile" },
  TICKET_MERGED: { status: 409, retryable: false, title: "The ticket was merged into another one" },
  MERGE_REFUSED: { status: 409, retryable: false, title: "These tickets cannot be merged" },
  PROMISE_SETTLED: { status: 409, retryable: false, title: "The promise is settled already" },
  INCIDENT_CLOSED: { status: 409, retryable: false, title: "The incident is over already" },
  CLAIM_INCOMPLETE: { status: 409, retryable: false, title: "There is no parcel to make a claim about" },
  PARCEL_KNOWN: { status: 409, retryable: false, title: "The order has this parcel already" },
  LAST_OWNER: { status: 409, retryable: false, title: "The last owner cannot be removed" },
  VETOED: { status: 409, retryable: false, title: "A plugin refused the change" },
  // what comes in
  WEBHOOK_SIGNATURE_INVALID: { status: 401, retryable: false, title: "The signature does not match the body" },
  WEBHOOK_UNREADABLE: { status: 400, retryable: false, title: "The webhook cannot be read" },
  // what goes out
  WEBHOOK_ENDPOINT_LIMIT: { status: 409, retryable: false, title: "There are as many webhook endpoints as there may be" },
  WEBHOOK_ENDPOINT_DISABLED: { status: 409, retryable: false, title: "Nothing is sent to a disabled webhook endpoint" },
  WEBHOOK_TARGET_FORBIDDEN: { status: 422, retryable: false, title: "Webhooks cannot be sent to this address" },
  WEBHOOK_TARGET_UNREACHABLE: { status: 503, retryable: true, title: "The webhook's address cannot be reached" },
  WEBHOOK_TARGET_TIMEOUT: { status: 504, retryable: true, title: "The webhook's address did not answer in time" },
  // what an adapter met at its vendor
  ADAPTER_UNAUTHORIZED: { status: 502, retryable: false, title: "The vendor refused the credentials" },
  ADAPTER_FORBIDDEN: { status: 502, retryable: false, title: "The credentials lack a permission" },
  ADAPTER_RATE_LIMITED: { status: 503, retryable: true, title: "The vendor asks for fewer requests" },
  ADAPTER_UNAVAILABLE: { status: 503, retryable: true, title: "The vendor answers with an error" },
  ADAPTER_TIMEOUT: { status: 504, retryable: true, title: "The vendor did not answer in time" },
  ADAPTER_UNREACHABLE: { status: 503, retryable: true, title: "The vendor cannot be reached" },
  ADAPTER_BAD_RESPONSE: { status: 502, retryable: false, title: "The vendor's answer cannot be understood" },
  ADAPTER_REJECTED: { status: 502, retryable: false, title: "The vendor refused the request" },
  ADAPTER_UNSUPPORTED: { status: 501, retryable: false, title: "The adapter cannot do this" },
  ADAPTER_UNSAFE_SEARCH: { status: 502, retryable: false, title: "The vendor ignored a part of the search" },
  // how it was set up
  CONFIGURATION_INVALID: { status: 500, retryable: false, title: "The configuration is not valid" },
  SPEC_VERSION_UNSUPPORTED: { status: 500, retryable: false, title: "The adapter was made for another version" },
  STORAGE_NEWER: { status: 500, retryable: false, title: "The storage was written by a newer version" },
  SHOP_NOT_FOUND: { status: 404, retryable: false, title: "There is no such shop" },
  SHOP_MOVING: { status: 503, retryable: true, title: "The shop is being moved to another database" },
  SHOP_MOVED: { status: 421, retryable: false, title: "The shop lives in another database" },
  STORAGE_FAILED: { status: 503, retryable: true, title: "The storage failed" },
  STOPPED: { status: 503, retryable: true, title: "The instance is stopped" },
  INTERNAL: { status: 500, retryable: false, title: "Something went wrong here" },
});

export type ErrorCode = keyof typeof errorCodes;
