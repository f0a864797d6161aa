import { isRecord } from "./is-record.ts";

/** What is wrong with the keys of packets, in terms of keys and never of their secrets; `null` when they have the right shape. */
export function checkPacketKeys(packets: unknown): string | null {
  if (packets === undefined) return null;
  if (!isRecord(packets) || !Array.isArray(packets.keys)) return "packets.keys has to be a list";
  const ids = new Set<unknown>();
  for (const [index, key] of packets.keys.entries()) {
    if (!isRecord(key) || typeof key.id !== "string" || key.id === "") return `packets.keys[${index}].id has to be a text`;
    if (ids.has(key.id)) return `packets.keys[${index}].id is taken: every key has an id of its own`;
    ids.add(key.id);
    if (key.secret !== undefined && typeof key.secret !== "string") return `packets.keys[${index}].secret has to be a text`;
  }
  return null;
}
