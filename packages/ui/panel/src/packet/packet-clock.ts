import type { ContextPacket } from "@askonce/spec";

/**
 * The time to look at a packet by. The server has just said that it is not over, so a clock on this machine that says otherwise is wrong: then
 * the time counts from the packet's own beginning, as far as it has passed on this page.
 */
export function packetClock({ issuedAt, expiresAt }: Pick<ContextPacket, "issuedAt" | "expiresAt">, now: () => number): () => number {
  const readAt = now();
  const isPlausible = readAt >= Date.parse(issuedAt) && readAt < Date.parse(expiresAt);
  const startMs = isPlausible ? readAt : Date.parse(issuedAt);
  return () => startMs + (now() - readAt);
}
