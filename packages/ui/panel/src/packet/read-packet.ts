import type { ContextPacket } from "@askonce/spec";

/** `invalid`: the server does not take the packet, now or ever. The others may be gone in a moment. */
export type PacketFailure = "invalid" | "offline" | "network" | "server";

export interface ReadPacketOptions {
  /** Where askonce answers, without `/api/v1`. */
  baseUrl: string;
  token: string;
  signal: AbortSignal;
  /** Default: 15,000. */
  timeoutMs?: number;
  /** Whether the browser has a network at all. Default: what it says itself. */
  isOnline?: () => boolean;
}

/** As in the contract: nothing shorter or longer is a packet, so the server need not see it. */
const tokenPattern = /^\S{20,40000}$/;

/**
 * `POST {baseUrl}/api/v1/packets/read`: the packet goes in the body, never in an address, where logs would keep it. No cookies are sent and no
 * redirect is followed. What fails is an answer, not an exception.
 */
export async function readPacket(options: ReadPacketOptions): Promise<ContextPacket | PacketFailure> {
  const token = options.token.trim();
  if (!tokenPattern.test(token)) return "invalid";
  let response: Response;
  try {
    response = await fetch(`${options.baseUrl.replace(/\/+$/, "")}/api/v1/packets/read`, {
      method: "POST",
      headers: { accept: "application/json", "content-type": "application/json" },
      body: JSON.stringify({ token }),
      credentials: "omit",
      redirect: "error",
      cache: "no-store",
      referrerPolicy: "no-referrer",
      signal: AbortSignal.any([options.signal, AbortSignal.timeout(options.timeoutMs ?? 15_000)]),
    });
  } catch {
    return (options.isOnline ?? (() => navigator.onLine))() ? "network" : "offline";
  }
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return isPacket(body) ? body : "server";
  return isRefused(body) ? "invalid" : "server";
}

/** The code and not the status: a page of another server may answer with any status. */
function isRefused(body: unknown): boolean {
  return (
    typeof body === "object" && body !== null && "code" in body && (body.code === "PACKET_INVALID" || body.code === "VALIDATION_FAILED")
  );
}

/** The server checks its answers against the schema; this tells a packet from another server's page, and from a version that is not this one. */
function isPacket(body: unknown): body is ContextPacket {
  return typeof body === "object" && body !== null && "version" in body && body.version === 1 && "lastMessages" in body && "ticket" in body;
}
