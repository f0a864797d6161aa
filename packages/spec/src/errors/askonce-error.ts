import { type ErrorCode, errorCodes } from "./error-codes.ts";

const marker = Symbol.for("askonce.error");

export interface AskonceErrorOptions {
  /** For developers. No personal data, no secret, no vendor's body: it ends up in logs. */
  message?: string;
  /** Milliseconds after which trying again makes sense. */
  retryAfterMs?: number;
  /** Structured, free of personal data, sent to the caller. */
  details?: Readonly<Record<string, unknown>>;
  cause?: unknown;
}

/**
 * The one error class. It is recognized by a marker rather than by `instanceof`, so that two installed copies of the package agree.
 */
export class AskonceError extends Error {
  override readonly name = "AskonceError" as const;
  readonly code: ErrorCode;
  /** Whether the same call can succeed later without a change. */
  readonly retryable: boolean;
  readonly retryAfterMs: number | null;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, options: AskonceErrorOptions = {}) {
    const definition = errorCodes[code];
    super(options.message ?? definition.title, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.retryable = definition.retryable;
    this.retryAfterMs = options.retryAfterMs ?? null;
    this.details = options.details ?? {};
    Object.defineProperty(this, marker, { value: true, enumerable: false });
  }

  /** Whether `value` is an askonce error, and, when given, one of the `codes`. */
  static is(value: unknown, ...codes: ErrorCode[]): value is AskonceError {
    if (typeof value !== "object" || value === null || !(marker in value)) return false;
    return codes.length === 0 || ("code" in value && (codes as unknown[]).includes(value.code));
  }
}
