import { AskonceApiError } from "@askonce/client";
import type { MessageKey } from "../i18n/messages.ts";
import type { Translate } from "../i18n/translator.ts";

export interface DescribedError {
  detail: string;
  /** Whether the same again can help. A server's own failure may be gone in a moment, what does not exist will not. */
  retryable: boolean;
  /** Finds the call in the server's log. */
  requestId: string | null;
}

/** The server's own sentence when a plugin gave no reason: it would only repeat ours. */
const unexplainedVeto = "A plugin refused the change";

const texts: Readonly<Record<string, MessageKey>> = {
  NETWORK_FAILED: "errorNetwork",
  TIMED_OUT: "errorTimeout",
  RESPONSE_UNREADABLE: "errorUnreadable",
  UNAUTHENTICATED: "signedOutByServer",
  FORBIDDEN: "errorForbidden",
  NOT_FOUND: "errorNotFound",
  TICKET_NOT_FOUND: "ticketGone",
  INCIDENT_NOT_FOUND: "incidentGone",
  INCIDENT_CLOSED: "incidentOverAlready",
  TICKET_MERGED: "errorMerged",
  MERGE_REFUSED: "errorMergeRefused",
  VERSION_CONFLICT: "changedMeanwhile",
  VETOED: "errorVetoed",
  TOO_MANY_REQUESTS: "errorTooMany",
  MESSAGE_TOO_LONG: "errorTooLong",
  REPLY_ASKS_KNOWN: "errorAsksKnown",
  REPLY_DISCLOSES: "errorDiscloses",
  IDENTITY_LINK_NOT_FOUND: "errorLinkGone",
  VALIDATION_FAILED: "errorInvalid",
};

/** What went wrong, in the reader's language. A code the desk has no words for is shown with the server's own sentence. */
export function describeError(error: unknown, t: Translate): DescribedError {
  if (!AskonceApiError.is(error)) return { detail: t("errorServer"), retryable: true, requestId: null };
  const key = texts[error.code];
  const issues = error.issues.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join("; ");
  // A plugin's veto comes with its own reason, which is what the agent needs to read.
  const reason = error.code === "VETOED" && error.message !== unexplainedVeto ? error.message : issues;
  const words = key ? t(key) : error.status !== null && error.status >= 500 ? t("errorServer") : error.message;
  return {
    detail: reason ? `${words} ${reason}` : words,
    retryable: error.retryable || error.status === null || error.status >= 500,
    requestId: error.requestId,
  };
}

/** Whether a failed write may have happened all the same. */
export function isOutcomeUnknown(error: unknown): boolean {
  if (!AskonceApiError.is(error)) return true;
  return error.code === "NETWORK_FAILED" || error.code === "TIMED_OUT" || (error.code === "RESPONSE_UNREADABLE" && error.status !== 404);
}
