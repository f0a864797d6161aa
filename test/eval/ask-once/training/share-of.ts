import { createHash } from "node:crypto";

/** A number from 0 to 1 that is always the same for a case and a purpose. */
export function shareOf(id: string, purpose: string): number {
  return createHash("sha256").update(`${id} ${purpose}`).digest().readUInt32BE(0) / 2 ** 32;
}
