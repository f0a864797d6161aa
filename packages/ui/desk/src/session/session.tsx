import { AskonceApiError, type AskonceClient, createClient } from "@askonce/client";
import type { Agent } from "@askonce/spec";
import { createContext, useContext } from "react";
import { downloadFile } from "./download.ts";

/** Who works here, with what they need for it. */
export interface Session {
  client: AskonceClient;
  /** Where the API is; relative links of it are meant from here. */
  apiBaseUrl: string;
  me: Agent;
  /** Everybody of the shop, for names and assigning. */
  agents: readonly Agent[];
  /** Fetches a file below `/api/v1` that must be of this type. Throws what the client throws. */
  download(path: string, contentType: string): Promise<Blob>;
  signOut(): void;
}

const SessionContext = createContext<Session | null>(null);
export const SessionProvider = SessionContext.Provider;

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("useSession is used outside of SessionProvider");
  return session;
}

/** Where the API is: what the page was served with, relative to the page. */
function configuredApiBaseUrl(): string {
  const configured = document.querySelector<HTMLMetaElement>('meta[name="askonce-api"]')?.content;
  return new URL(configured || ".", document.baseURI).href;
}

/**
 * Makes the client and learns who the token belongs to.
 *
 * @param onRefused called when the token stops being accepted later on
 * @throws AskonceApiError `UNAUTHENTICATED` when the token is not accepted
 */
export async function openSession(token: string, onRefused: () => void, signal: AbortSignal): Promise<Omit<Session, "signOut">> {
  let opened = false;
  const apiBaseUrl = configuredApiBaseUrl();
  const watchedFetch: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    if (response.status === 401 && opened) onRefused();
    return response;
  };
  const client = createClient({ baseUrl: apiBaseUrl, token, fetch: watchedFetch });
  const me = await client.agents.me(undefined, { signal });
  const agents = await client.agents.list(undefined, { signal }).then(
    ({ items }) => items,
    (error: unknown) => {
      // Names are a comfort; a role that may not list colleagues can still answer.
      if (AskonceApiError.is(error, "FORBIDDEN")) return [me];
      throw error;
    },
  );
  opened = true;
  return {
    client,
    apiBaseUrl,
    me,
    agents,
    download: (path, contentType) => downloadFile({ apiBaseUrl, token, fetch: watchedFetch }, path, contentType),
  };
}
