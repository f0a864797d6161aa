import type { OutreachPolicy } from "./outreach-policy.ts";

/** Telling customers of problems before they ask. Nothing is sent without these options. */
export interface OutreachOptions {
  /** What differs from the usual policy: which problems are told, quiet hours, caps, the share that is held out. */
  policy?: Partial<OutreachPolicy>;
  /** Deals customers into those who are told and those who are held out. A secret of the shop; another one deals anew. Default the shop's id. */
  salt?: string;
  /** Whether a customer agreed to be written to about their orders. Default `unknown` for everybody. */
  consent?: (customer: { email: string; orderRef: string }) => Promise<"granted" | "denied" | "unknown">;
}

export interface OutreachSettings {
  policy: Partial<OutreachPolicy>;
  salt: string;
  consent: NonNullable<OutreachOptions["consent"]>;
}

export function readOutreachOptions(options: OutreachOptions | undefined, shopId: string): OutreachSettings | null {
  if (options === undefined) return null;
  return { policy: options.policy ?? {}, salt: options.salt ?? shopId, consent: options.consent ?? (async () => "unknown") };
}
