export { createHttp, errorForFailure, errorForStatus, type HttpOptions } from "./http.ts";
export { parseMoney, shopMoneyOnly } from "./money.ts";
export { parseOptions, secretText } from "./options.ts";
export { createRateBudget, type RateBudget, type RateBudgetOptions } from "./rate-budget.ts";
export { describeCause, redactSecrets } from "./redact.ts";
export { parseRetryAfter, type RetryOptions, withRetry } from "./retry.ts";
export { decodeBase64, encodeBase64, hmacSha256, sha256Hex, verifyHmacSha256 } from "./signature.ts";
export { readVendorResponse } from "./vendor-response.ts";
