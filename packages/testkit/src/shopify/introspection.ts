import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { IntrospectionQuery } from "graphql";
import { dataFile } from "../data-file.ts";

/** The Admin API versions whose published schema comes with this package, oldest first. */
export const adminVersions = ["2026-04", "2026-07", "2026-10"] as const;

/** An Admin API version whose published schema comes with this package. */
export type AdminVersion = (typeof adminVersions)[number];

/** What the published file says about one field beside standard introspection. */
export interface IntrospectedField {
  name: string;
  requiredAccess: string | null;
  isProtected: boolean;
  protectedContent: string | null;
  args: readonly { name: string; description: string | null; gidTypes: readonly string[] | null }[];
}

/** What the published file says about one type beside standard introspection. */
export interface IntrospectedType {
  kind: string;
  name: string;
  requiredAccess: string | null;
  fields: readonly IntrospectedField[] | null;
}

/** The file's content, seen once as standard introspection and once with its additional keys. */
export interface AdminIntrospection {
  standard: IntrospectionQuery;
  types: readonly IntrospectedType[];
}

/** Reads and unpacks the file. It is not kept: 11 MB of JSON, of which the schema and the tables made from it need a part. */
export function readIntrospection(version: AdminVersion): AdminIntrospection {
  const packed = readFileSync(dataFile(`shopify/admin-schema/admin_${version}.json.gz`));
  const parsed = JSON.parse(gunzipSync(packed).toString("utf8")) as {
    data: IntrospectionQuery & { __schema: { types: readonly IntrospectedType[] } };
  };
  return { standard: parsed.data, types: parsed.data.__schema.types };
}
