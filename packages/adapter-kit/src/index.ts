export { carrierCodes } from "./carrier/carrier-codes.ts";
export { type AccessProbe, checkAccess } from "./carrier/check-access.ts";
export { checkItem } from "./carrier/check-item.ts";
export { type CheckpointParts, checkpointId, createCheckpoint, sortCheckpoints } from "./carrier/checkpoint.ts";
export { settleDayOnlyTimes } from "./carrier/day-only-times.ts";
export { type EstimateWindow, type EstimateWindowOptions, readEstimateWindow } from "./carrier/estimate-window.ts";
export { type Headline, stateByHeadline } from "./carrier/headline-state.ts";
export { type LatestState, latestOf, statusOnLeg } from "./carrier/latest-state.ts";
export { type LocalTime, type LocalTimePattern, readLocalTime } from "./carrier/local-time.ts";
export { type ReadJsonOptions, type RequestJsonOptions, readJson, requestJson } from "./carrier/read-json.ts";
export { carryReturnLeg } from "./carrier/return-leg.ts";
export {
  createStatusTable,
  type StatusEvidence,
  type StatusReading,
  type StatusRow,
  type StatusTable,
  unknownCode,
} from "./carrier/status-table.ts";
export { readStatusText, type StatusTextOptions } from "./carrier/status-text.ts";
export { readDayAndTime, readTimeline, type TimelineReader } from "./carrier/timeline.ts";
export { createTokenKeeper, type FetchedToken, type TokenKeeper, type TokenKeeperOptions } from "./carrier/token-keeper.ts";
export { createTrackedParcel, isBlankParcel, type TrackedParcelParts } from "./carrier/tracked-parcel.ts";
export { readTwoWords, type TwoWords, type WordReading } from "./carrier/two-word-status.ts";
export {
  createVendorClient,
  type VendorClient,
  type VendorClientOptions,
  type VendorRefusal,
  type VendorRequest,
} from "./carrier/vendor-client.ts";
export { createHttp, errorForFailure, errorForStatus, type HttpOptions } from "./http.ts";
export { looseList, looseText, textOrNumber } from "./loose-schemas.ts";
export { parseMoney, shopMoneyOnly } from "./money.ts";
export { adapterId, parseOptions, secretText, timeZoneText } from "./options.ts";
export { createRateBudget, type RateBudget, type RateBudgetOptions } from "./rate-budget.ts";
export { describeCause, redactSecrets } from "./redact.ts";
export { parseRetryAfter, type RetryOptions, withRetry } from "./retry.ts";
export { decodeBase64, encodeBase64, hmacSha256, sha256Hex, verifyHmacSha256 } from "./signature.ts";
export { readVendorResponse } from "./vendor-response.ts";
export { readWebhookBody } from "./webhook-body.ts";
