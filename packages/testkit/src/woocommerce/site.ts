import type { RenderContext } from "./render-context.ts";
import { RestError } from "./rest-error.ts";
import type { Store } from "./store.ts";
import type { WebhookQueue } from "./webhook-queue.ts";
import type { WebhookRegistry } from "./webhook-registry.ts";

/** Everything the routes of one fake shop work on. */
export interface Site {
  readonly store: Store;
  readonly webhooks: WebhookRegistry;
  readonly queue: WebhookQueue;
  /** `null` for a recorded shop, which renders nothing. */
  readonly renderContext: RenderContext | null;
  readonly timeZone: string;
  readonly rights: "manager" | "orderReader";
  readonly fulfillmentsEnabled: boolean;
  readonly shipmentTrackingInstalled: boolean;
  readonly askonceInstalled: boolean;
  readonly recordingsDirectory: string;
  now(): number;
  baseUrl(): string;
}

/** The refusals of WooCommerce's permission checks: 401 for a stranger, 403 for a user without the right. */
const refusals = {
  list: ["woocommerce_rest_cannot_view", "Sorry, you cannot list resources."],
  view: ["woocommerce_rest_cannot_view", "Sorry, you cannot view this resource."],
  viewMany: ["woocommerce_rest_cannot_view", "Sorry, you cannot view resources."],
  create: ["woocommerce_rest_cannot_create", "Sorry, you are not allowed to create resources."],
  edit: ["woocommerce_rest_cannot_edit", "Sorry, you are not allowed to edit this resource."],
  remove: ["woocommerce_rest_cannot_delete", "Sorry, you are not allowed to delete this resource."],
} as const;

export type Refusal = keyof typeof refusals;

function refusal(kind: Refusal, signedIn: boolean): RestError {
  const [code, message] = refusals[kind];
  return new RestError(signedIn ? 403 : 401, code, message);
}

/** @throws {RestError} for a stranger */
export function requireSignedIn(request: { signedIn: boolean }, kind: Refusal): void {
  if (!request.signedIn) throw refusal(kind, false);
}

/** Demands `manage_woocommerce` or a right to write. @throws {RestError} for strangers and for a key with rights to read orders only */
export function requireManager(request: { signedIn: boolean; site: Site }, kind: Refusal): void {
  if (!request.signedIn || request.site.rights !== "manager") throw refusal(kind, request.signedIn);
}
