import { AskonceError, errorCodes } from "@askonce/spec";

/** What the conventions say for an error that has no name of few. */
const other = "_OTHER";

/**
 * An error as an attribute: its code, or the name of a class. Anything else that a foreign error calls itself may hold what a person wrote,
 * and would make a series for each.
 */
export function errorTypeOf(error: unknown): string {
  if (AskonceError.is(error)) return error.code;
  if (!(error instanceof Error)) return other;
  return builtInErrors.has(error.name) ? error.name : other;
}

const builtInErrors = new Set([
  "Error",
  "AggregateError",
  "EvalError",
  "RangeError",
  "ReferenceError",
  "SyntaxError",
  "TypeError",
  "URIError",
  "AbortError",
  "TimeoutError",
]);

/** Whether something is broken, as opposed to refused: a conflict or a veto is an answer. */
export function isFault(error: unknown): boolean {
  return !AskonceError.is(error) || errorCodes[error.code].status >= 500;
}

/** Results of SQLite that say something about the machine and nothing about the statement. https://sqlite.org/rescode.html */
const sqliteFailures: Readonly<Record<number, string>> = {
  5: "SQLITE_BUSY",
  6: "SQLITE_LOCKED",
  7: "SQLITE_NOMEM",
  8: "SQLITE_READONLY",
  10: "SQLITE_IOERR",
  11: "SQLITE_CORRUPT",
  13: "SQLITE_FULL",
  14: "SQLITE_CANTOPEN",
  26: "SQLITE_NOTADB",
};

/** Why the storage failed, in its own code (an SQLSTATE, `ECONNREFUSED`, `SQLITE_FULL`); `null` when something else failed. */
export function storageFailureOf(error: unknown): string | null {
  if (AskonceError.is(error, "STORAGE_FAILED")) return codeOrOther(error.details.reason);
  if (!(error instanceof Error) || !("errcode" in error) || typeof error.errcode !== "number") return null;
  // The lowest byte is the result, the rest says it more precisely.
  return sqliteFailures[error.errcode & 0xff] ?? null;
}

function codeOrOther(value: unknown): string {
  return typeof value === "string" && /^[A-Z0-9][A-Z0-9_]{1,39}$/.test(value) ? value : other;
}
