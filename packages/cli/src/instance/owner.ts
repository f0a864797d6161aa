import type { Askonce } from "@askonce/core";
import type { Agent, AgentRole } from "@askonce/spec";

const system = { kind: "system" } as const;

/** Makes the first owner and their token; `null` when there are agents already. */
export async function createFirstOwner(askonce: Askonce): Promise<string | null> {
  const agents = await askonce.agents.list(system);
  if (agents.length > 0) return null;
  const owner = await askonce.agents.create({ name: "Owner", role: "owner" }, system);
  return newToken(askonce, owner);
}

/** The agent with this name, made when a role is given and there is none; without a name, the first owner. */
export async function findOrCreateAgent(askonce: Askonce, name: string | undefined, role: AgentRole | undefined): Promise<Agent | null> {
  const agents = (await askonce.agents.list(system)).filter((agent) => agent.active);
  const found = name === undefined ? agents.find((agent) => agent.role === (role ?? "owner")) : agents.find((agent) => agent.name === name);
  if (found) return found;
  if (name !== undefined && role === undefined) return null;
  return askonce.agents.create({ name: name ?? "Owner", role: role ?? "owner" }, system);
}

export async function newToken(askonce: Askonce, agent: Agent): Promise<string> {
  return (await askonce.agents.createToken(agent.id, { label: "askonce command line" }, system)).token;
}
