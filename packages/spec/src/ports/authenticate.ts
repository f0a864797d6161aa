import type { AgentRole } from "../entities/agent.ts";

/** An agent that the embedding application vouches for. */
export interface AuthenticatedAgent {
  /** Stable within the application; askonce keeps an agent of its own for it. */
  externalId: string;
  name: string;
  email: string | null;
  role: AgentRole;
}

/**
 * Lets an embedding application bring its own agents instead of askonce's tokens. `null` means "not one of ours": the request then needs
 * a token.
 */
export type Authenticate = (request: Request) => Promise<AuthenticatedAgent | null>;
