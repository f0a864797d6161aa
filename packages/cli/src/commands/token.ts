import { type AgentRole, agentRoles } from "@askonce/spec";
import type { CommandTools } from "../command.ts";
import { openInstance } from "../instance/open-instance.ts";
import { findOrCreateAgent, newToken } from "../instance/owner.ts";
import { fill } from "../language/messages.ts";
import { CommandError } from "../output/command-error.ts";
import { exitCodes } from "../output/exit-codes.ts";

export interface TokenOptions {
  name?: string;
  role?: string;
  config?: string;
  data?: string;
}

/** Makes a new token; earlier ones stay valid. */
export async function token(options: TokenOptions, { terminal, messages }: CommandTools): Promise<void> {
  const role = agentRoles.find((one) => one === options.role);
  if (options.role !== undefined && role === undefined)
    throw new CommandError("badRole", { roles: agentRoles.join(", ") }, exitCodes.usage);
  const { askonce } = await openInstance({ ...options, withoutStorefronts: true }, terminal);
  try {
    const agent = await findOrCreateAgent(askonce, options.name, role satisfies AgentRole | undefined);
    if (agent === null) throw new CommandError("noAgents", { name: options.name ?? "" }, exitCodes.failed);
    terminal.error(fill(messages.token.for, { name: agent.name, role: agent.role }));
    terminal.print(`agent token: ${await newToken(askonce, agent)}`);
  } finally {
    await askonce.stop();
  }
}
