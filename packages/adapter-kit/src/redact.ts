/** Replaces every secret in a text. Longer ones first, so that one secret inside another leaves nothing behind. */
export function redactSecrets(text: string, secrets: readonly string[]): string {
  return [...secrets]
    .filter((secret) => secret.length >= 4)
    .sort((one, other) => other.length - one.length)
    .reduce((result, secret) => result.replaceAll(secret, "[secret]").replaceAll(encodeURIComponent(secret), "[secret]"), text);
}

/** An error's name and code, which are safe to log, without its message, which may quote a URL with keys or somebody's address. */
export function describeCause(cause: unknown): string {
  if (!(cause instanceof Error)) return typeof cause;
  const code = "code" in cause && typeof cause.code === "string" ? ` ${cause.code}` : "";
  return `${cause.name}${code}`;
}
