import type { CarrierSetup } from "./carrier-descriptor.ts";
import type { CarrierSession } from "./carrier-session.ts";

/** In their order. Those of a capability bear the name that it has in the port. */
export const carrierGroups = [
  "identity",
  "lives",
  "tracking",
  "failures",
  "privacy",
  "changes",
  "batches",
  "webhooks",
  "detect",
  "pickupPoints",
] as const;
export type CarrierGroup = (typeof carrierGroups)[number];

/** The groups that an adapter may not have. */
export const carrierCapabilities = ["changes", "batches", "webhooks", "detect", "pickupPoints"] as const satisfies readonly CarrierGroup[];
export type CarrierCapability = (typeof carrierCapabilities)[number];

/** A test as data: any test framework can run it. */
export interface CarrierCase {
  /** Stable, kebab-case, unique within the suite. */
  name: string;
  group: CarrierGroup;
  /** What it checks, in a sentence. */
  title: string;
  /** Why it is not run; `null` when it is. */
  skip: string | null;
  /** Rejects with an AssertionError when the adapter does not do what it has to. */
  run(): Promise<void>;
}

/** A case before it is bound to an adapter. */
export interface CarrierCaseDefinition {
  name: string;
  group: CarrierGroup;
  title: string;
  setup?: Partial<Pick<CarrierSetup, "credentials" | "timeoutMs">>;
  check(session: CarrierSession): Promise<void>;
}
