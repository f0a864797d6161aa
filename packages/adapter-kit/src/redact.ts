/** Replaces every secret in a text. Longer ones first, so that one secret inside another leaves nothing behind. */
export function redactSecrets(text: string, secrets: readonly string[]): string {
  return [...secrets]
    .filter((secret) => secret.length >= 4)
    .sort((one, other) => other.length - one.length)
    .reduce((result, secret) => result.replaceAll(secret, "[secret]").replaceAll(encodeURIComponent(secret), "[secret]"), text);
}

/**
 * An error's name and code, which are safe to log, without its message, which may quote a URL with keys or somebody's address. The code
 * may be that of a deeper cause: `fetch` wraps `ECONNREFUSED` twice.
 */
export function describeCause(cause: unknown): string {
  if (!(cause instanceof Error)) return typeof cause;
  const code = codeOf(cause);
  return code === null ? cause.name : `${cause.name} ${code}`;
}

/** The first code along an error's causes, at most five deep; `null` when none has one. */
export function codeOf(error: unknown): string | null {
  let current = error;
  for (let depth = 0; depth < 5 && current instanceof Error; depth++, current = current.cause) {
    if ("code" in current && typeof current.code === "string") return current.code;
  }
  return null;
}
