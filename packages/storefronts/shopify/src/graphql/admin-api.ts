import { createRateBudget, errorForStatus, readVendorResponse, withRetry } from "@askonce/adapter-kit";
import { type AdapterContext, AskonceError } from "@askonce/spec";
import * as z from "zod";
import type { AccessToken } from "../access/access-token.ts";
import type { ShopAddress } from "../access/shop-address.ts";
import type { AdminDocument } from "./admin-document.ts";
import { droppedSearchFields, extensionsSchema, type ThrottleLevel, throttledForMs, throttleLevel } from "./extensions.ts";
import { codeOf, type DeniedField, deniedField, fatalError, graphqlErrorSchema, missingData } from "./graphql-error.ts";
import { type GraphqlReply, postGraphql } from "./official-client.ts";

export interface AdminAnswer<Data> {
  data: Data;
  /** Fields that came back empty because of an error; the rest of the answer is good. */
  denied: DeniedField[];
  throttle: ThrottleLevel | null;
  /** The version that answered, which is not the one asked for when that one is no longer supported; `null` when not said. */
  apiVersion: string | null;
  /** The shop's clock, epoch milliseconds; `null` when not said. */
  serverTime: number | null;
}

export interface AdminApi {
  /**
   * Reads, within the rate budget, trying again what can be tried again.
   *
   * @throws AskonceError `ADAPTER_…`; `ADAPTER_UNSAFE_SEARCH` when Shopify dropped a part of a search
   */
  read<Data>(
    document: AdminDocument<Data>,
    variables: Readonly<Record<string, unknown>>,
    context: AdapterContext,
    options?: { cost?: number },
  ): Promise<AdminAnswer<Data>>;
}

export interface AdminApiOptions {
  address: ShopAddress;
  accessToken: AccessToken;
  apiVersion: string;
  timeoutMs: number;
}

/** The bucket of the Standard plan; larger plans only make it a cautious one, because each answer says what is left. */
const bucket = { capacity: 2_000, restorePerSecond: 100 };

export function createAdminApi(options: AdminApiOptions): AdminApi {
  const budget = createRateBudget(bucket);
  let hasWarned = false;

  async function attempt(
    document: AdminDocument<unknown>,
    variables: Readonly<Record<string, unknown>>,
    cost: number,
    context: AdapterContext,
  ): Promise<AdminAnswer<unknown>> {
    const accessToken = await options.accessToken.get(context);
    await budget.spend(cost, context);
    const post = { ...options, origin: options.address.origin, shopDomain: options.address.domain ?? "simulator.myshopify.com" };
    const request = { ...post, accessToken, document: document.text, variables };
    const reply = await postGraphql(request, context).catch((error: unknown) => {
      // What was not answered in time may have been counted; what never arrived was not.
      if (!AskonceError.is(error, "ADAPTER_TIMEOUT")) giveBack(cost, context);
      throw error;
    });
    const now = context.clock.now();
    if (reply.status === 401) options.accessToken.forget(accessToken);
    const isAnswer = reply.status >= 200 && reply.status < 300 && reply.isReadable;
    if (!isAnswer) giveBack(cost, context);
    if (reply.status < 200 || reply.status >= 300) throw errorForStatus(reply.status, reply.headers, now);
    if (!isAnswer) throw new AskonceError("ADAPTER_BAD_RESPONSE", { message: "The answer is not a GraphQL answer" });

    const extensions = extensionsSchema.parse(reply.extensions);
    const throttle = throttleLevel(extensions);
    if (throttle) budget.correct(throttle.available, now);
    const errors = readVendorResponse(z.array(graphqlErrorSchema), Array.isArray(reply.errors) ? reply.errors : [{}], "errors");
    const hasData = hasRootValue(reply.data);
    const fatal = fatalError(errors, hasData, throttledForMs(extensions, cost));
    if (fatal) throw fatal;
    refuseDroppedSearch(droppedSearchFields(extensions));

    const apiVersion = reply.headers.get("x-shopify-api-version");
    warnOfVersion(apiVersion, context);
    const denied = errors.map(deniedField);
    if (errors.some((error) => codeOf(error) === "ACCESS_DENIED") && !hasData) throw missingData(denied);
    const data = readVendorResponse(document.schema, reply.data, document.name);
    return { data, denied, throttle, apiVersion, serverTime: serverTimeOf(reply) };
  }

  /** A refused request costs nothing at Shopify. */
  function giveBack(cost: number, { clock }: AdapterContext): void {
    const now = clock.now();
    budget.correct(budget.available(now) + cost, now);
  }

  function warnOfVersion(answered: string | null, context: AdapterContext): void {
    if (hasWarned || answered === null || answered === options.apiVersion) return;
    hasWarned = true;
    context.logger.warn("Shopify answered with another API version", { asked: options.apiVersion, answered });
  }

  return {
    async read<Data>(
      document: AdminDocument<Data>,
      variables: Readonly<Record<string, unknown>>,
      context: AdapterContext,
      { cost = document.cost }: { cost?: number } = {},
    ) {
      let hasRenewed = false;
      const answer = await withRetry(async () => {
        try {
          return await attempt(document, variables, cost, context);
        } catch (error) {
          // A token can end before its time, when the merchant changes the scopes: one more try with a new one.
          if (hasRenewed || !AskonceError.is(error, "ADAPTER_UNAUTHORIZED") || !options.accessToken.canRenew) throw error;
          if (error.details.step !== undefined) throw error;
          hasRenewed = true;
          return attempt(document, variables, cost, context);
        }
      }, context);
      return answer as AdminAnswer<Data>;
    },
  };
}

function refuseDroppedSearch(dropped: readonly { field: string; code: string }[]): void {
  if (dropped.length === 0) return;
  throw new AskonceError("ADAPTER_UNSAFE_SEARCH", { details: { dropped: dropped.map(({ field, code }) => ({ field, code })) } });
}

function hasRootValue(data: unknown): boolean {
  return typeof data === "object" && data !== null && Object.values(data).some((value) => value !== null);
}

function serverTimeOf(reply: GraphqlReply): number | null {
  const at = Date.parse(reply.headers.get("date") ?? "");
  return Number.isNaN(at) ? null : at;
}
