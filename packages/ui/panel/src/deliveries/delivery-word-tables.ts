import type {
  IncidentCause,
  IncidentClosing,
  IncidentKind,
  IncidentState,
  Lateness,
  PromiseKind,
  PromiseSource,
  PromiseState,
  UncountedReason,
} from "@askonce/spec";

/**
 * The codes of evidence that a server of this version writes. They are stable but not closed: one from a newer server is shown as its code
 * with the source's own words.
 */
type EvidenceCode =
  | "due_passed"
  | "long_overdue"
  | "no_scan"
  | "still_no_scan"
  | "no_scan_for_days"
  | "carrier_status"
  | "carrier_exception"
  | "customer_report"
  | "agent_report"
  | "storefront_status"
  | "pickup_ends_soon"
  | "pickup_over"
  | "delivered"
  | "collected"
  | "moved_again"
  | "went_back"
  | "pickup_extended"
  | "exception_cleared"
  | "not_overdue"
  | "no_scan_due"
  | "order_cancelled"
  | "parcel_cancelled";

/** One word for every value of the delivery vocabulary, so that a new one without a translation does not compile. */
export interface DeliveryWordTables {
  risk: Record<NonNullable<Lateness["risk"]>, string>;
  uncounted: Record<UncountedReason, string>;
  incidentKind: Record<IncidentKind, string>;
  incidentState: Record<IncidentState, string>;
  incidentClosing: Record<IncidentClosing, string>;
  /** A text's places are the names of the evidence's values. */
  incidentEvidence: Record<EvidenceCode, string>;
  promiseKind: Record<PromiseKind, string>;
  promiseSource: Record<PromiseSource, string>;
  promiseState: Record<PromiseState, string>;
  stormCause: Record<IncidentCause, string>;
}
