import type { AgentRole } from "@askonce/spec";
import { type ModelState, type Name, Refusal } from "./model-state.ts";

/** Who gives a command, with the names of the model as ids. */
export type ModelCaller =
  | { kind: "system" }
  | { kind: "agent"; agentId: Name; name: string; role: AgentRole }
  | { kind: "customer"; customerId: Name; name: string | null; assurance: "signedIn" };

const ranks: readonly AgentRole[] = ["agent", "lead", "owner"];

export function requireRank(caller: ModelCaller, role: AgentRole): void {
  if (caller.kind === "customer") throw new Refusal("FORBIDDEN");
  if (caller.kind === "agent" && ranks.indexOf(caller.role) < ranks.indexOf(role)) throw new Refusal("FORBIDDEN");
}

/** Adds an event at the end of the shop's log. */
export function record(
  state: ModelState,
  caller: ModelCaller,
  type: string,
  subject: { kind: string; id: Name },
  data: Readonly<Record<string, unknown>>,
): void {
  const id = caller.kind === "agent" ? caller.agentId : caller.kind === "customer" ? caller.customerId : null;
  const sequence = state.eventsBefore + state.events.length + 1;
  state.events.push({ sequence, type, actor: { kind: caller.kind, id }, subject, data, at: state.now });
}
