import { AskonceError, type Authenticate } from "@askonce/spec";
import type { Agents } from "../agents/agents.ts";
import type { Caller } from "../caller.ts";
import { findOrCreateCustomer } from "../customers/customers.ts";
import type { CustomerIdentity } from "../identity/customer-identity.ts";
import type { Platform } from "../platform/platform.ts";
import type { Store } from "../storage/store.ts";
import type { Verifications } from "../verifications/verifications.ts";

/**
 * The agent behind a request: what the embedding application vouches for, else a bearer token.
 *
 * @throws AskonceError `UNAUTHENTICATED`
 */
export async function authenticateAgent(
  request: Request,
  agents: Agents,
  authenticate: Authenticate | undefined,
): Promise<Extract<Caller, { kind: "agent" }>> {
  const external = authenticate ? await authenticate(request) : null;
  const token = bearerToken(request);
  const agent = external ? await agents.ensureExternal(external) : token === null ? null : await agents.authenticate(token);
  if (!agent?.active) throw new AskonceError("UNAUTHENTICATED");
  return { kind: "agent", agentId: agent.id, name: agent.name, role: agent.role };
}

/** What vouches for customers. */
interface CustomerDoors {
  identity: CustomerIdentity;
  verifications: Verifications;
  store: Store;
  platform: Platform;
}

/**
 * The customer behind a request with a signed identity token, or with a token they were given for a one-time code; the first one makes the
 * customer known.
 *
 * @throws AskonceError `UNAUTHENTICATED`
 */
export async function authenticateCustomer(
  request: Request,
  { identity, verifications, store, platform }: CustomerDoors,
): Promise<Extract<Caller, { kind: "customer" }>> {
  const token = bearerToken(request);
  const claims = token === null ? null : await identity.verify(token);
  const verified = token === null || claims ? null : await verifications.verify(token);
  if (verified) {
    const { kind, value } = verified;
    const contacts = [{ kind, value, assurance: "otpVerified" as const, evidence: "one-time code" }];
    const found = await store.transact({ kind: "system" }, (unit) => findOrCreateCustomer(unit, store, platform, { contacts }));
    return { kind: "customer", customerId: found.customerId, name: null, assurance: "otpVerified" };
  }
  if (!claims) throw new AskonceError("UNAUTHENTICATED");
  const assurance = "signedIn" as const;
  const evidence = "signed identity token";
  const { customerId } = await store.transact({ kind: "system" }, (unit) =>
    findOrCreateCustomer(unit, store, platform, {
      name: claims.name,
      language: claims.language,
      contacts: [
        { kind: "shopCustomer" as const, value: claims.customerRef, assurance, evidence },
        ...(claims.email ? [{ kind: "email" as const, value: claims.email, assurance, evidence }] : []),
      ],
    }),
  );
  return { kind: "customer", customerId, name: claims.name ?? null, assurance };
}

function bearerToken(request: Request): string | null {
  const match = /^Bearer ([\w.~+/=-]{1,4096})$/i.exec(request.headers.get("authorization") ?? "");
  return match?.[1] ?? null;
}
