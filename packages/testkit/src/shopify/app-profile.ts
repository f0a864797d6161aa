import type { ProtectedContent } from "./access-table.ts";

/** What the simulated shop knows about the app that calls it. */
export interface AppProfile {
  apiKey: string;
  apiSecret: string;
  /** Kinds of protected customer data the app is approved for. */
  approved: ReadonlySet<ProtectedContent>;
}

const allContents: readonly ProtectedContent[] = ["name", "email", "phone", "address"];

export function approvedContents(approved: boolean | readonly ProtectedContent[]): ReadonlySet<ProtectedContent> {
  return new Set(approved === true ? allContents : approved === false ? [] : approved);
}

/** Scopes as granted: a write scope includes its read scope, as in Shopify. */
export function grantedScopes(scopes: Iterable<string>): ReadonlySet<string> {
  const granted = new Set<string>();
  for (const scope of scopes) {
    granted.add(scope);
    if (scope.startsWith("write_")) granted.add(scope.replace("write_", "read_"));
  }
  return granted;
}
