import { buildClientSchema, type GraphQLSchema } from "graphql";
import { type AdminAccessTable, buildAccessTable } from "./access-table.ts";
import { type AdminVersion, readIntrospection } from "./introspection.ts";
import { readSearchFields, type SearchFieldTable } from "./search-fields.ts";

interface LoadedVersion {
  schema: GraphQLSchema;
  access: AdminAccessTable;
  searchFields: SearchFieldTable;
}

const loaded = new Map<AdminVersion, LoadedVersion>();

function load(version: AdminVersion): LoadedVersion {
  const known = loaded.get(version);
  if (known) return known;
  const introspection = readIntrospection(version);
  const made: LoadedVersion = {
    // The file is Shopify's own and validated upstream; checking 3,546 types again costs more than everything else here.
    schema: buildClientSchema(introspection.standard, { assumeValid: true }),
    access: buildAccessTable(introspection.types),
    searchFields: readSearchFields(introspection.types),
  };
  loaded.set(version, made);
  return made;
}

/**
 * Shopify's published Admin API schema of one version, built once per process (about 0.2 s and 100 MB the first time).
 *
 * @param version one of `2026-04`, `2026-07`, `2026-10`
 * @see https://www.npmjs.com/package/@shopify/dev-mcp the package the introspection files come from (ISC)
 */
export function adminSchema(version: AdminVersion): GraphQLSchema {
  return load(version).schema;
}

/** Which access scopes and which protected customer data approvals each type and field of a version needs, as Shopify publishes it. */
export function adminAccessTable(version: AdminVersion): AdminAccessTable {
  return load(version).access;
}

/** Which fields the `query` argument of a version's list fields accepts, read from the arguments' published descriptions. */
export function adminSearchFields(version: AdminVersion): SearchFieldTable {
  return load(version).searchFields;
}
