/** Storage can be switched off or full; the desk then works without memory instead of not at all. */
function storage(kind: "local" | "session"): Storage | null {
  try {
    return kind === "local" ? window.localStorage : window.sessionStorage;
  } catch {
    return null;
  }
}

export function readStored(kind: "local" | "session", key: string): string | null {
  return storage(kind)?.getItem(key) ?? null;
}

/** Empty text or `null` removes the entry. */
export function writeStored(kind: "local" | "session", key: string, value: string | null): void {
  try {
    if (value) storage(kind)?.setItem(key, value);
    else storage(kind)?.removeItem(key);
  } catch {
    // The quota is used up: what is on the screen still works.
  }
}
