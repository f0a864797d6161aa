/**
 * What can speak for or against an incident. The codes are stable: they are stored, translated for readers and counted. Which `values`
 * belong to one stands beside it; they hold instants, numbers and closed words only, never personal data.
 */
export const incidentEvidenceCodes = [
  /** `promiseId`, `dueAt`: the promised moment has passed. */
  "due_passed",
  /** `promiseId`, `dueAt`: it has passed by so much that the parcel counts as very late. */
  "long_overdue",
  /** `lastScanAt`: a scan was due and did not come. */
  "no_scan",
  /** `lastScanAt`: as long again without one. */
  "still_no_scan",
  /** `lastScanAt`, `workingDays`: none for so many working days. */
  "no_scan_for_days",
  /** `status`, `since`: the courier's status in our word. */
  "carrier_status",
  /** `exception`, `since`: an exception the courier reported. */
  "carrier_exception",
  /** `exception`, `since` */
  "customer_report",
  /** `exception`, `since` */
  "agent_report",
  /** `exception`, `since` */
  "storefront_status",
  /** `until`, `assumed` (1 when the deadline is our assumption): the time to collect it runs out. */
  "pickup_ends_soon",
  /** `until`: it has run out. */
  "pickup_over",
  /** `deliveredAt`, and for a late one `dueAt`, `lateByMs`. */
  "delivered",
  /** `deliveredAt`: delivered out of a pickup point. */
  "collected",
  /** `scanAt`: a newer scan came. */
  "moved_again",
  /** `status`, `since`: it goes back, or is back. */
  "went_back",
  /** `until`: the pickup point keeps it longer. */
  "pickup_extended",
  /** `clearedAt`: whoever reported it says that it is over, or the parcel went on. */
  "exception_cleared",
  /** `dueAt`: measured again, it is not late. */
  "not_overdue",
  /** `lastScanAt`: measured again, no scan is due. */
  "no_scan_due",
  "order_cancelled",
  "parcel_cancelled",
] as const;

export type IncidentEvidenceCode = (typeof incidentEvidenceCodes)[number];
