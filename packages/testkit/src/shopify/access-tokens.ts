import { createHash } from "node:crypto";
import { grantedScopes } from "./app-profile.ts";

/** What a token is good for. */
export interface TokenGrant {
  scopes: ReadonlySet<string>;
  /** Epoch milliseconds; `null` for tokens that never expire. */
  expiresAt: number | null;
}

/** The tokens of one simulated shop. */
export interface TokenRegistry {
  /** `undefined` for unknown and expired tokens alike, as Shopify answers both with 401. */
  find(token: string): TokenGrant | undefined;
  issue(scopes: readonly string[], lifeMs: number): string;
  grant(token: string, scopes: readonly string[]): void;
  revoke(token: string): void;
  revokeAll(): void;
}

export function createTokenRegistry(initial: Readonly<Record<string, readonly string[]>>, now: () => number): TokenRegistry {
  const tokens = new Map<string, TokenGrant>();
  const grant = (token: string, scopes: readonly string[], expiresAt: number | null): void => {
    tokens.set(token, { scopes: grantedScopes(scopes), expiresAt });
  };
  for (const [token, scopes] of Object.entries(initial)) grant(token, scopes, null);
  let issued = 0;
  return {
    find(token) {
      const found = tokens.get(token);
      return found && (found.expiresAt === null || now() < found.expiresAt) ? found : undefined;
    },
    issue(scopes, lifeMs) {
      issued += 1;
      const token = `shpat_${createHash("sha256").update(`simulated token ${issued}`).digest("hex").slice(0, 32)}`;
      grant(token, scopes, now() + lifeMs);
      return token;
    },
    grant: (token, scopes) => grant(token, scopes, null),
    revoke: (token) => {
      tokens.delete(token);
    },
    revokeAll: () => tokens.clear(),
  };
}
