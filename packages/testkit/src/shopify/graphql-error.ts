import { GraphQLError } from "graphql";
import type { AccessRule, ProtectedContent } from "./access-table.ts";

/** The error of a field whose scope the token lacks, as the Admin API words it. */
export function accessDenied(fieldName: string, rule: AccessRule): GraphQLError {
  return new GraphQLError(`Access denied for ${fieldName} field. Required access: ${rule.requiredAccess}`, {
    extensions: {
      code: "ACCESS_DENIED",
      documentation: "https://shopify.dev/api/usage/access-scopes",
      requiredAccess: rule.requiredAccess,
    },
  });
}

/** The error of a field holding customer data of a kind the app is not approved for. */
export function protectedDataDenied(fieldName: string, content: ProtectedContent): GraphQLError {
  return new GraphQLError(
    `This app is not approved to use the ${fieldName} field (${content}). See https://shopify.dev/docs/apps/launch/protected-customer-data for more details.`,
    { extensions: { code: "ACCESS_DENIED", documentation: "https://shopify.dev/docs/apps/launch/protected-customer-data" } },
  );
}

export function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "BAD_REQUEST" } });
}

/** The simulator's own error: the field exists in the schema, but this simulator knows no value for it. Never sent by Shopify. */
export function notModelled(typeName: string, fieldName: string): GraphQLError {
  return new GraphQLError(`The Shopify simulator does not model ${typeName}.${fieldName}`, {
    extensions: { code: "SIMULATOR_NOT_MODELLED", typeName, fieldName },
  });
}
