import { type Actor, type AgentRole, AskonceError, type Assurance, agentRoles } from "@askonce/spec";

/**
 * Who wants something done. `system` is the embedding application's own code, which may do everything; the HTTP handler makes the others
 * from credentials.
 */
export type Caller =
  | { kind: "system" }
  | { kind: "agent"; agentId: string; name: string; role: AgentRole }
  | { kind: "customer"; customerId: string; name: string | null; assurance: Assurance }
  | { kind: "adapter"; adapterId: string };

export const systemCaller: Caller = { kind: "system" };

/** The caller as it stands in an event. */
export function actorOf(caller: Caller): Actor {
  switch (caller.kind) {
    case "system":
      return { kind: "system", id: null };
    case "agent":
      return { kind: "agent", id: caller.agentId };
    case "customer":
      return { kind: "customer", id: caller.customerId };
    case "adapter":
      return { kind: "adapter", id: caller.adapterId };
  }
}

/**
 * The one place that decides by role. Every door (HTTP, library, command line) leads to services that ask here.
 *
 * @throws AskonceError `FORBIDDEN`
 */
export function requireRole(caller: Caller, role: AgentRole): void {
  if (caller.kind === "system") return;
  if (caller.kind === "agent" && agentRoles.indexOf(caller.role) >= agentRoles.indexOf(role)) return;
  throw new AskonceError("FORBIDDEN", { message: `This needs the role ${role}`, details: { needed: role } });
}
