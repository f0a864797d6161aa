import { readStored, writeStored } from "./browser-storage.ts";

const storageKey = "askonce.desk.token";

/**
 * The token of this tab. One in the address (`#token=…`, as a terminal or a mail gives it) is taken and removed at once, so that it stays
 * neither in the history nor on the screen; a fragment is never sent to a server.
 */
export function readToken(): string | null {
  const handed = new URLSearchParams(location.hash.slice(1)).get("token");
  if (handed !== null) {
    history.replaceState(history.state, "", location.pathname + location.search);
    writeStored("session", storageKey, handed.trim());
  }
  return readStored("session", storageKey);
}

export function keepToken(token: string | null): void {
  writeStored("session", storageKey, token);
}
