import type { StorefrontSetup } from "./descriptor.ts";
import type { Session } from "./session.ts";

export const conformanceGroups = [
  "identity",
  "orders",
  "parcels",
  "money",
  "search",
  "failures",
  "privacy",
  "webhooks",
  "changes",
] as const;
export type ConformanceGroup = (typeof conformanceGroups)[number];

/** A test as data: any test framework can run it. */
export interface ConformanceCase {
  /** Stable, kebab-case, unique within the suite. */
  name: string;
  group: ConformanceGroup;
  /** What it checks, in a sentence. */
  title: string;
  /** Why it is not run; `null` when it is. */
  skip: string | null;
  /** Rejects with an AssertionError when the adapter does not do what it has to. */
  run(): Promise<void>;
}

/** A case before it is bound to an adapter. */
export interface CaseDefinition {
  name: string;
  group: ConformanceGroup;
  title: string;
  setup?: Partial<Pick<StorefrontSetup, "credentials" | "timeoutMs">>;
  check(session: Session): Promise<void>;
}
