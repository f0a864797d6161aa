import { AskonceError } from "@askonce/spec";

/**
 * Classes and codes of SQLSTATE that say nothing about the statement: the connection, the server's resources, an operator's intervention,
 * a conflict with another transaction. https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const passing = /^(?:08|40|53|57|58)|^(?:25006|55P03)$/;

/** Whether the connection cannot be used again. */
export function isBroken(error: unknown): boolean {
  const code = codeOf(error);
  if (code === null) return isConnectionLoss(error);
  return /^(?:08|57P)/.test(code) || isSystemCode(code);
}

/**
 * What passes by itself becomes `STORAGE_FAILED`, which callers may try again; a mistake in a statement stays what it is. The server's own
 * words stay in the cause: they can hold values.
 */
export function toStorageError(error: unknown): unknown {
  const code = codeOf(error);
  const isPassing = code === null ? isConnectionLoss(error) : passing.test(code) || isSystemCode(code) || isStalePlan(error);
  if (!isPassing) return error;
  return new AskonceError("STORAGE_FAILED", {
    message: `PostgreSQL cannot do this at the moment (${code ?? lossOf(error)})`,
    details: { reason: code ?? lossOf(error), ...(isUndone(error) ? { undone: true } : {}) },
    retryAfterMs: 1000,
    cause: error,
  });
}

/** A prepared statement from before the schema was added to. */
export function isStalePlan(error: unknown): boolean {
  return codeOf(error) === "0A000" && error instanceof Error && /cached plan/.test(error.message);
}

/** The whole transaction is certain not to have happened, and would come out otherwise the next time: deadlocks, conflicts, stale plans. */
function isUndone(error: unknown): boolean {
  return /^(?:40001|40P01)$/.test(codeOf(error) ?? "") || isStalePlan(error);
}

function codeOf(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("code" in error) || typeof error.code !== "string") return null;
  return error.code;
}

/** `ECONNREFUSED` and its like. */
function isSystemCode(code: string): boolean {
  return /^E[A-Z]{3,}/.test(code);
}

/** All connections of the pool are in use, or there is none. */
function lossOf(error: unknown): string {
  return error instanceof Error && /when trying to connect/.test(error.message) ? "NO_CONNECTION_IN_TIME" : "CONNECTION_LOST";
}

/** The driver's own errors have no code. */
function isConnectionLoss(error: unknown): boolean {
  return error instanceof Error && /connection|timeout|not queryable|client was closed|cannot use a pool/i.test(error.message);
}
