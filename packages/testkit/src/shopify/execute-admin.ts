import { execute, type GraphQLError, type OperationDefinitionNode } from "graphql";
import type { Bucket, ThrottleStatus } from "./bucket.ts";
import type { ExecutionContext } from "./context.ts";
import { actualCost, requestedCost } from "./cost.ts";
import { describeExecutionError } from "./error-format.ts";
import { prepareDocument } from "./prepared-document.ts";
import { fieldResolver, typeResolver } from "./resolvers/field-resolver.ts";
import { adminSchema } from "./schema.ts";
import { readVariables } from "./variables.ts";

/** A GraphQL request's body. */
export interface AdminRequest {
  query: string;
  variables: Readonly<Record<string, unknown>>;
  operationName: string | null;
}

const mostExpensiveQuery = 1_000;

/** Runs one request against the shop, from validation to the cost report, and returns the JSON body of the answer (always HTTP 200). */
export async function executeAdminRequest(
  request: AdminRequest,
  context: ExecutionContext,
  options: { bucket: Bucket; throttled: boolean; withSearch: boolean },
): Promise<Record<string, unknown>> {
  const schema = adminSchema(context.version);
  const prepared = prepareDocument(request.query, context.version);
  if (prepared.errors.length > 0) return { errors: prepared.errors };
  const operation = chooseOperation(prepared.operations, request.operationName);
  if (!operation) {
    const named = request.operationName === null ? "An operation name is required" : `No operation named "${request.operationName}"`;
    return { errors: [{ message: named }] };
  }
  const variables = readVariables(schema, operation, request.variables);
  if ("errors" in variables) return { errors: variables.errors };

  const costInput = {
    schema,
    operation,
    fragments: prepared.fragments,
    variables: variables.values,
  };
  const requested = requestedCost(costInput);
  if (requested > mostExpensiveQuery) return tooExpensive(requested);
  if (options.throttled) return throttled(requested, { ...options.bucket.status(), currentlyAvailable: 0 });
  if (!options.bucket.take(requested)) return throttled(requested, options.bucket.status());

  const result = await execute({
    schema,
    document: prepared.document,
    operationName: operation.name?.value ?? null,
    variableValues: request.variables,
    contextValue: context,
    rootValue: {},
    fieldResolver,
    typeResolver,
  });
  const actual = Math.min(requested, actualCost(costInput, result.data));
  options.bucket.giveBack(requested - actual);
  const reports = context.searchReports.filter((report) => options.withSearch || report.warnings.length > 0);
  return {
    ...(result.data === undefined ? {} : { data: result.data }),
    ...(result.errors ? { errors: result.errors.map((error: GraphQLError) => describeExecutionError(error)) } : {}),
    extensions: {
      cost: { requestedQueryCost: requested, actualQueryCost: actual, throttleStatus: options.bucket.status() },
      ...(reports.length > 0 ? { search: reports } : {}),
    },
  };
}

function chooseOperation(operations: readonly OperationDefinitionNode[], name: string | null): OperationDefinitionNode | undefined {
  if (name !== null) return operations.find((operation) => operation.name?.value === name);
  return operations.length === 1 ? operations[0] : undefined;
}

function tooExpensive(cost: number): Record<string, unknown> {
  const message = `Query cost is ${cost}, which exceeds the single query max cost limit (${mostExpensiveQuery}).`;
  const documentation = "https://shopify.dev/api/usage/rate-limits";
  return { errors: [{ message, extensions: { code: "MAX_COST_EXCEEDED", cost, maxCost: mostExpensiveQuery, documentation } }] };
}

function throttled(requestedQueryCost: number, throttleStatus: ThrottleStatus): Record<string, unknown> {
  return {
    errors: [{ message: "Throttled", extensions: { code: "THROTTLED", documentation: "https://shopify.dev/api/usage/rate-limits" } }],
    extensions: { cost: { requestedQueryCost, actualQueryCost: null, throttleStatus } },
  };
}
