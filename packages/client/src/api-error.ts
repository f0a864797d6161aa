import type { ErrorCode, Problem } from "@askonce/spec";

/**
 * What goes wrong on the way, before or instead of an answer of askonce:
 * `NETWORK_FAILED` nothing came back, `TIMED_OUT` it took longer than `timeoutMs`, `RESPONSE_UNREADABLE` something else than askonce answered.
 */
export type ClientErrorCode = "NETWORK_FAILED" | "TIMED_OUT" | "RESPONSE_UNREADABLE";

/** Every code known to this version. A newer server may send others, so keep a default branch. */
export type ApiErrorCode = ErrorCode | ClientErrorCode;

export interface ApiErrorOptions {
  message: string;
  status?: number | null;
  retryable?: boolean;
  retryAfterMs?: number | null;
  requestId?: string | null;
  issues?: NonNullable<Problem["issues"]>;
  details?: Readonly<Record<string, unknown>>;
  cause?: unknown;
}

/** The mark of the errors of `@askonce/spec`: `AskonceError.is()` recognizes the client's errors too. */
const marker = Symbol.for("askonce.error");

/**
 * The one error of the client. Its message is the server's `detail` and holds no personal data. Compare `code`, never the message.
 */
export class AskonceApiError extends Error {
  override readonly name = "AskonceApiError" as const;
  /** The problem's code, for example `TICKET_NOT_FOUND`; see {@link ApiErrorCode}. */
  readonly code: ApiErrorCode | (string & {});
  /** The HTTP status; `null` when there was no answer. */
  readonly status: number | null;
  /** Whether the same call can succeed later without a change. */
  readonly retryable: boolean;
  /** Milliseconds to wait before the next attempt, when the server says so. */
  readonly retryAfterMs: number | null;
  /** Finds the call in the server's log. */
  readonly requestId: string | null;
  /** What is wrong with which field; empty unless the code is `VALIDATION_FAILED`. */
  readonly issues: NonNullable<Problem["issues"]>;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ApiErrorCode | (string & {}), options: ApiErrorOptions) {
    super(options.message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.status = options.status ?? null;
    this.retryable = options.retryable ?? false;
    this.retryAfterMs = options.retryAfterMs ?? null;
    this.requestId = options.requestId ?? null;
    this.issues = options.issues ?? [];
    this.details = options.details ?? {};
    Object.defineProperty(this, marker, { value: true, enumerable: false });
  }

  /** Whether `value` is an error of the client, and, when given, one of the `codes`. Works across installed copies. */
  static is(value: unknown, ...codes: ApiErrorCode[]): value is AskonceApiError {
    if (typeof value !== "object" || value === null || !(marker in value)) return false;
    return codes.length === 0 || ("code" in value && (codes as unknown[]).includes(value.code));
  }
}
