import type { IncidentCause, IncidentClosing, IncidentKind, IncidentState } from "@askonce/spec";
import type { MessageKey } from "../i18n/messages.ts";
import type { Translate } from "../i18n/translator.ts";

export const kindKeys: Record<IncidentKind, MessageKey> = {
  late: "kindLate",
  stalled: "kindStalled",
  lost: "kindLost",
  damaged: "kindDamaged",
  missing_items: "kindMissingItems",
  wrong_item: "kindWrongItem",
  delivered_not_received: "kindDeliveredNotReceived",
  returned_to_sender: "kindReturnedToSender",
  pickup_expiring: "kindPickupExpiring",
  failed_attempt: "kindFailedAttempt",
  address_problem: "kindAddressProblem",
  customs_hold: "kindCustomsHold",
  refused: "kindRefused",
};

/** From the table of words and not from the vocabulary's own list, which would bring its whole schema library into the page. */
export const incidentKinds = Object.keys(kindKeys) as IncidentKind[];

export const incidentStateKeys: Record<IncidentState, MessageKey> = {
  suspected: "incidentSuspected",
  open: "incidentOpen",
  resolved: "incidentResolved",
  dismissed: "incidentDismissed",
};

export const closingKeys: Record<IncidentClosing, MessageKey> = {
  delivered: "closedDelivered",
  moved_again: "closedMovedAgain",
  collected: "closedCollected",
  returned: "closedReturned",
  remedied: "closedRemedied",
  mistaken: "closedMistaken",
  duplicate: "closedDuplicate",
  given_up: "closedGivenUp",
};

export const causeKeys: Record<IncidentCause, MessageKey> = {
  carrier: "causeCarrier",
  depot: "causeDepot",
  lane: "causeLane",
  product: "causeProduct",
};

const problemKeys: Readonly<Record<string, MessageKey>> = {
  ADAPTER_UNAUTHORIZED: "carrierUnauthorized",
  ADAPTER_FORBIDDEN: "carrierForbidden",
  ADAPTER_RATE_LIMITED: "carrierRateLimited",
  ADAPTER_UNAVAILABLE: "carrierUnavailable",
  ADAPTER_TIMEOUT: "carrierTimeout",
  ADAPTER_UNREACHABLE: "carrierUnreachable",
  ADAPTER_BAD_RESPONSE: "carrierBadResponse",
  ADAPTER_REJECTED: "carrierRejected",
};

/** Why a courier does not answer, in words; a code without words is shown itself. */
export function carrierProblem(code: string, t: Translate): string {
  const key = Object.hasOwn(problemKeys, code) ? problemKeys[code] : undefined;
  return key ? t(key) : t("carrierProblem", { code });
}
