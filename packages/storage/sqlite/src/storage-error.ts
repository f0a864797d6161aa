import { AskonceError } from "@askonce/spec";

/** SQLite's primary result codes that say nothing about the statement. https://www.sqlite.org/rescode.html */
const passing: Readonly<Record<number, string>> = {
  5: "SQLITE_BUSY",
  6: "SQLITE_LOCKED",
  7: "SQLITE_NOMEM",
  8: "SQLITE_READONLY",
  10: "SQLITE_IOERR",
  13: "SQLITE_FULL",
  14: "SQLITE_CANTOPEN",
};

/** Runs a statement; what passes by itself (a full disk, a locked file) becomes `STORAGE_FAILED`, which callers may try again. */
export function orStorageError<Result>(run: () => Result): Result {
  try {
    return run();
  } catch (cause) {
    const reason = passing[resultCode(cause) & 0xff];
    if (reason === undefined) throw cause;
    throw new AskonceError("STORAGE_FAILED", {
      message: `SQLite cannot do this at the moment (${reason})`,
      details: { reason },
      retryAfterMs: 1000,
      cause,
    });
  }
}

/** The lower eight bits are the primary code, the others say more. */
function resultCode(error: unknown): number {
  if (typeof error !== "object" || error === null || !("errcode" in error)) return 0;
  return typeof error.errcode === "number" ? error.errcode : 0;
}
