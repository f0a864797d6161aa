/** One attempt to deliver. */
export interface WebhookRequest {
  url: string;
  method: "POST";
  /** Not `host`, `content-length` and what else belongs to the connection: those follow from the rest. */
  headers: Readonly<Record<string, string>>;
  body: string;
  /** Ends the attempt; the promise then rejects with the signal's reason. */
  signal?: AbortSignal;
}

/** An answer, whatever its status: a refusal and a redirect are answers, too. */
export interface WebhookResponse {
  status: number;
  /** The beginning of the body as text, for people who look for a mistake. Somebody else's words: escape them. */
  bodyExcerpt: string;
  durationMs: number;
  /** What the receiver asked for in `Retry-After`, from now on; `null` when it did not. */
  retryAfterMs: number | null;
}

/**
 * Sends one request and never a second one: no redirect is followed and nothing is retried.
 *
 * @throws AskonceError `WEBHOOK_TARGET_FORBIDDEN` when the target is not on the public internet, `WEBHOOK_TARGET_TIMEOUT`, `WEBHOOK_TARGET_UNREACHABLE`
 */
export type WebhookTransport = (request: WebhookRequest) => Promise<WebhookResponse>;
