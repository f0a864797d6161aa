import {
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLTypeResolver,
  getNamedType,
  isAbstractType,
  isObjectType,
} from "graphql";
import type { AccessRule } from "../access-table.ts";
import type { ExecutionContext } from "../context.ts";
import { accessDenied, notModelled, protectedDataDenied } from "../graphql-error.ts";
import { guardedTypeName } from "../validate-document.ts";
import { bulkOperationResolvers } from "./bulk-operation.ts";
import { customerResolvers } from "./customer.ts";
import type { FieldResolvers } from "./field-resolvers.ts";
import { fulfillmentResolvers } from "./fulfillment.ts";
import { runIdempotently } from "./idempotency.ts";
import { lineItemResolvers } from "./line-item.ts";
import { mutationResolvers } from "./mutation.ts";
import { orderResolvers } from "./order.ts";
import { queryResolvers } from "./query.ts";
import { refundResolvers } from "./refund.ts";
import { returnResolvers } from "./return.ts";
import { webhookSubscriptionResolvers } from "./webhook-subscription.ts";

const resolversByType: Readonly<Record<string, FieldResolvers<never>>> = {
  QueryRoot: queryResolvers,
  Mutation: mutationResolvers,
  Order: orderResolvers,
  LineItem: lineItemResolvers,
  Fulfillment: fulfillmentResolvers,
  Customer: customerResolvers,
  Refund: refundResolvers,
  Return: returnResolvers,
  WebhookSubscription: webhookSubscriptionResolvers,
  BulkOperation: bulkOperationResolvers,
};

/**
 * The resolver of every field: first the scopes and approvals the published schema asks for, then the simulator's own value, then a
 * property of that name. A field the simulator knows nothing about is an error and not a silent `null`, which a test would believe.
 */
export const fieldResolver: GraphQLFieldResolver<unknown, ExecutionContext> = (source, given, context, info) => {
  const typeName = info.parentType.name;
  const fieldName = info.fieldName;
  assertAccess(context, info, typeName, fieldName);
  const resolve = resolversByType[typeName]?.[fieldName] as
    | ((source: unknown, given: unknown, context: ExecutionContext) => unknown)
    | undefined;
  const run = (): unknown => (resolve ? resolve(source, given, context) : propertyOf(source, typeName, fieldName, given));
  const value = typeName === "Mutation" ? runIdempotently(given, context, info, run) : run();
  assertConcreteAccess(context, info, value);
  return value;
};

export const typeResolver: GraphQLTypeResolver<unknown, ExecutionContext> = (value) =>
  typeof value === "object" && value !== null && "__typename" in value ? String(value.__typename) : undefined;

function propertyOf(source: unknown, typeName: string, fieldName: string, given: unknown): unknown {
  if (typeof source !== "object" || source === null || !(fieldName in source)) throw notModelled(typeName, fieldName);
  const value = (source as Readonly<Record<string, unknown>>)[fieldName];
  return typeof value === "function" ? value(given) : value;
}

function assertAccess(context: ExecutionContext, info: GraphQLResolveInfo, typeName: string, fieldName: string): void {
  const ofField = context.access.field(typeName, fieldName);
  if (ofField) {
    if (!isAllowed(context, ofField)) throw accessDenied(fieldName, ofField);
    if (ofField.protectedContent && !context.app.approved.has(ofField.protectedContent)) {
      throw protectedDataDenied(fieldName, ofField.protectedContent);
    }
  }
  const type = getNamedType(info.returnType);
  if (!isObjectType(type)) return;
  const ofType = context.access.type(guardedTypeName(type.name));
  if (ofType && !isAllowed(context, ofType)) throw accessDenied(fieldName, ofType);
}

/** Behind an interface or union only the value tells which type's rule applies. */
function assertConcreteAccess(context: ExecutionContext, info: GraphQLResolveInfo, value: unknown): void {
  if (!isAbstractType(getNamedType(info.returnType)) || typeof value !== "object" || value === null || !("__typename" in value)) return;
  const rule = context.access.type(String(value.__typename));
  if (rule && !isAllowed(context, rule)) throw accessDenied(info.fieldName, rule);
}

function isAllowed(context: ExecutionContext, rule: AccessRule): boolean {
  return (
    (rule.anyOf.length === 0 || rule.anyOf.some((scope) => context.scopes.has(scope))) &&
    rule.allOf.every((scope) => context.scopes.has(scope))
  );
}
