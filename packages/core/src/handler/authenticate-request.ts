import { AskonceError, type Authenticate } from "@askonce/spec";
import type { Agents } from "../agents/agents.ts";
import type { Caller } from "../caller.ts";
import { findOrCreateCustomer } from "../customers/customers.ts";
import type { CustomerIdentity } from "../identity/customer-identity.ts";
import type { Platform } from "../platform/platform.ts";
import type { Store } from "../storage/store.ts";

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

/**
 * The customer behind a request with a signed identity token; the first one makes the customer known.
 *
 * @throws AskonceError `UNAUTHENTICATED`
 */
export async function authenticateCustomer(
  request: Request,
  identity: CustomerIdentity,
  store: Store,
  platform: Platform,
): Promise<Extract<Caller, { kind: "customer" }>> {
  const token = bearerToken(request);
  const claims = token === null ? null : await identity.verify(token);
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
