import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  getNamedType,
  getVariableValues,
  isObjectType,
  Kind,
  NoDeprecatedCustomRule,
  parse,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from "graphql";
import type { AccessRule, AdminAccessTable, ProtectedContent } from "./access-table.ts";
import { requestedCost } from "./cost.ts";
import type { AdminVersion } from "./introspection.ts";
import { adminAccessTable, adminSchema } from "./schema.ts";

/** What {@link validateShopifyDocument} found. */
export interface DocumentReport {
  /** Why Shopify would refuse the document; empty when it is valid. */
  errors: string[];
  /** Deprecated fields, arguments and enum values it uses. */
  deprecated: string[];
  /** Access scopes to ask for, sorted. Where the schema offers alternatives, one already needed elsewhere, else the first it names. */
  scopes: string[];
  /** Fields that come back `null` without the approval for that kind of data, as `Type.field (kind)`, sorted. */
  protectedFields: string[];
  /** What each operation costs when it is requested, keyed by operation name. Shopify refuses a query above 1,000. */
  cost: Record<string, number>;
}

/**
 * Checks a GraphQL document against Shopify's published Admin schema, without a network: validity, deprecations, the scopes and protected
 * fields it needs, its cost.
 *
 * @param document GraphQL text with one or more operations and their fragments
 * @param options.version the Admin API version; default `2026-10`
 * @param options.variables values for the variables that set page sizes; the defaults in the document are used otherwise
 */
export function validateShopifyDocument(
  document: string,
  options: { version?: AdminVersion; variables?: Readonly<Record<string, unknown>> } = {},
): DocumentReport {
  const version = options.version ?? "2026-10";
  const schema = adminSchema(version);
  const report: DocumentReport = { errors: [], deprecated: [], scopes: [], protectedFields: [], cost: {} };
  const parsed = parseOrReport(document, report);
  if (!parsed) return report;

  report.errors = validate(schema, parsed).map(describe);
  if (report.errors.length > 0) return report;
  report.deprecated = validate(schema, parsed, [NoDeprecatedCustomRule]).map(describe);

  const needed = collectAccess(parsed, version);
  report.scopes = fewestScopes(needed.rules);
  report.protectedFields = [...needed.protectedFields].sort();

  const fragments = fragmentsOf(parsed);
  for (const definition of parsed.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const values = getVariableValues(schema, definition.variableDefinitions ?? [], options.variables ?? {});
    const defaults = Object.fromEntries(
      (definition.variableDefinitions ?? []).flatMap((variable) =>
        variable.defaultValue?.kind === Kind.INT ? [[variable.variable.name.value, Number(variable.defaultValue.value)]] : [],
      ),
    );
    const variables = { ...defaults, ...options.variables, ...values.variableValues?.coerced };
    report.cost[definition.name?.value ?? ""] = requestedCost({ schema, operation: definition, fragments, variables });
  }
  return report;
}

/** The fragments of a document by name. */
export function fragmentsOf(document: DocumentNode): Map<string, FragmentDefinitionNode> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  return fragments;
}

/** The type whose access rule guards a field: of a connection or an edge it is the node's. */
export function guardedTypeName(typeName: string): string {
  return typeName.replace(/(?:Connection|Edge)$/, "");
}

function parseOrReport(document: string, report: DocumentReport): DocumentNode | undefined {
  try {
    return parse(document);
  } catch (cause) {
    report.errors.push(cause instanceof Error ? cause.message : String(cause));
    return undefined;
  }
}

function collectAccess(document: DocumentNode, version: AdminVersion): { rules: Set<AccessRule>; protectedFields: Set<string> } {
  const table: AdminAccessTable = adminAccessTable(version);
  const rules = new Set<AccessRule>();
  const protectedFields = new Set<string>();
  const info = new TypeInfo(adminSchema(version));
  const enter = (): void => {
    const parent = info.getParentType();
    const field = info.getFieldDef();
    const type = info.getType();
    if (!parent || !field || !type) return;
    const ofField = table.field(parent.name, field.name);
    const named = getNamedType(type);
    const ofType = isObjectType(named) ? table.type(guardedTypeName(named.name)) : undefined;
    for (const rule of [ofField, ofType]) if (rule && rule.anyOf.length + rule.allOf.length > 0) rules.add(rule);
    const content: ProtectedContent | null = ofField?.protectedContent ?? null;
    if (content) protectedFields.add(`${parent.name}.${field.name} (${content})`);
  };
  visit(document, visitWithTypeInfo(info, { Field: { enter } }));
  return { rules, protectedFields };
}

function fewestScopes(rules: ReadonlySet<AccessRule>): string[] {
  const chosen = new Set<string>();
  for (const rule of rules) for (const scope of rule.allOf) chosen.add(scope);
  for (const rule of rules) if (rule.anyOf.length === 1) chosen.add(rule.anyOf[0] ?? "");
  for (const rule of rules) {
    const first = rule.anyOf[0];
    if (first !== undefined && !rule.anyOf.some((scope) => chosen.has(scope))) chosen.add(first);
  }
  return [...chosen].sort();
}

function describe(error: GraphQLError): string {
  const at = error.locations?.[0];
  return at ? `${error.message} (line ${at.line}, column ${at.column})` : error.message;
}
