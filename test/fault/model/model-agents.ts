import type { AgentRole } from "@askonce/spec";
import { type ModelCaller, record, requireRank } from "./model-caller.ts";
import { find, type ModelAgent, type ModelState, type Name, Refusal } from "./model-state.ts";
import { spelledOut } from "./words.ts";

export function createAgent(state: ModelState, caller: ModelCaller, input: { name: string; role: AgentRole }): ModelAgent {
  requireRank(caller, "owner");
  const name = spelledOut(input.name).trim();
  if (name === "" || name.length > 200) throw new Refusal("VALIDATION_FAILED");
  const agent = { id: `@agt:${state.agents.length}`, name, role: input.role, active: true, at: state.now };
  state.agents.push(agent);
  record(state, caller, "agent.created", { kind: "agent", id: agent.id }, { agentId: agent.id });
  return agent;
}

/** Somebody has to be left who can manage the others, once there has been somebody. */
export function updateAgent(
  state: ModelState,
  caller: ModelCaller,
  id: Name,
  changes: { role?: AgentRole | undefined; active?: boolean | undefined },
): ModelAgent {
  requireRank(caller, "owner");
  const agent = find(state.agents, id, "AGENT_NOT_FOUND");
  const isActiveOwner = (one: ModelAgent) => one.role === "owner" && one.active;
  const owners = state.agents.filter(isActiveOwner).length;
  const wasOwner = isActiveOwner(agent);
  const isSame = (changes.role ?? agent.role) === agent.role && (changes.active ?? agent.active) === agent.active;
  if (isSame) return agent;
  if (changes.role !== undefined) agent.role = changes.role;
  if (changes.active !== undefined) agent.active = changes.active;
  if (wasOwner && !isActiveOwner(agent) && owners === 1) throw new Refusal("LAST_OWNER");
  record(state, caller, "agent.updated", { kind: "agent", id }, { agentId: id });
  return agent;
}
