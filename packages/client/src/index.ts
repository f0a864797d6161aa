export { type ApiErrorCode, type ApiErrorOptions, AskonceApiError, type ClientErrorCode } from "./api-error.ts";
export type { AskonceClient, CallOptions, StreamOptions } from "./askonce-client.ts";
export { type ClientOptions, createClient } from "./create-client.ts";
export { type FollowOptions, type FollowState, followEvents } from "./follow-events.ts";
export type { HttpOptions } from "./http.ts";
export { apiPrefix } from "./routes.ts";
