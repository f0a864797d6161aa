import type { IntrospectedType } from "./introspection.ts";

/** The four kinds of protected customer data that a public app is approved for one by one. */
export type ProtectedContent = "name" | "email" | "phone" | "address";

/** What a type or field asks of the token. */
export interface AccessRule {
  /** One of these scopes is enough; empty when no scope is needed. */
  anyOf: readonly string[];
  /** All of these are needed as well. */
  allOf: readonly string[];
  /** Shopify's own sentence, as its ACCESS_DENIED errors quote it; empty when nothing is required. */
  requiredAccess: string;
  /** The kind of protected customer data the field holds, `null` for everything else. */
  protectedContent: ProtectedContent | null;
}

/** Access rules of one Admin API version. `undefined` means the type or field asks for nothing. */
export interface AdminAccessTable {
  type(typeName: string): AccessRule | undefined;
  field(typeName: string, fieldName: string): AccessRule | undefined;
}

const protectedContents: ReadonlySet<string> = new Set(["name", "email", "phone", "address"]);

export function buildAccessTable(types: readonly IntrospectedType[]): AdminAccessTable {
  const rules = new Map<string, AccessRule>();
  for (const type of types) {
    const verb = type.name === "Mutation" ? "write" : "read";
    const typeRule = accessRule(type.requiredAccess, null, verb);
    if (typeRule) rules.set(type.name, typeRule);
    for (const field of type.fields ?? []) {
      const rule = accessRule(field.requiredAccess, field.isProtected ? field.protectedContent : null, verb);
      if (rule) rules.set(`${type.name}.${field.name}`, rule);
    }
  }
  return {
    type: (typeName) => rules.get(typeName),
    field: (typeName, fieldName) => rules.get(`${typeName}.${fieldName}`),
  };
}

function accessRule(sentence: string | null, content: string | null, verb: "read" | "write"): AccessRule | undefined {
  const requiredAccess = sentence ?? "";
  const protectedContent = content !== null && protectedContents.has(content) ? (content as ProtectedContent) : null;
  const [alternatives = "", ...conditions] = requiredAccess.split("Also:");
  // After "Also:" come staff permissions and conditional scopes; only "Requires the `x` access scope" binds every app.
  const allOf = [...conditions.join(" ").matchAll(/Requires the `([a-z_]+)` access scope/g)].map((match) => withVerb(match[1] ?? "", verb));
  const anyOf = [...alternatives.matchAll(/`([a-z_]+)`/g)].map((match) => withVerb(match[1] ?? "", verb));
  if (anyOf.length === 0 && allOf.length === 0 && protectedContent === null) return undefined;
  return { anyOf, allOf, requiredAccess, protectedContent };
}

/** A few sentences name a scope without its verb, for example `orders` on `refundCreate`. */
function withVerb(scope: string, verb: "read" | "write"): string {
  return /^(read|write|unauthenticated|customer)_/.test(scope) ? scope : `${verb}_${scope}`;
}
