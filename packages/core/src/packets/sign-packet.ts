import { AskonceError, type ContextPacket, contextPacketSchema, maxPacketBytes } from "@askonce/spec";
import { CompactSign, compactVerify, decodeProtectedHeader } from "jose";
import { boundPacket } from "./build-packet.ts";

/** A key packets are signed with. */
export interface PacketKey {
  /** Stands in every packet, so that it is known which key to check it with. */
  id: string;
  /** At least 32 characters. */
  secret: string;
}

export interface PacketSigner {
  /** @throws AskonceError `CONFIGURATION_INVALID` without any key */
  sign(packet: ContextPacket): Promise<{ token: string; packet: ContextPacket }>;
  /** @throws AskonceError `PACKET_INVALID` for anything that this shop did not sign with a key it still has, or that is over */
  read(token: string, now: number): Promise<ContextPacket>;
}

const type = "askonce-packet+json";
/** Base64url makes four characters of three bytes; header and signature come to less than 300. */
const mostContentBytes = Math.floor(((maxPacketBytes - 300) * 3) / 4);

/**
 * Packets are compact JWS with HS256 and the key's id in the header: the first key signs, all of them check, so that a key is replaced by putting
 * a new one before it and taking the old one away when its packets are over.
 */
export function createPacketSigner(keys: readonly PacketKey[], shopId: string): PacketSigner {
  for (const key of keys) {
    // The id stands in every header, whose length is reckoned with below.
    if (key.secret.length < 32 || !/^[\w.-]{1,64}$/.test(key.id))
      throw new AskonceError("CONFIGURATION_INVALID", {
        message: "A key for packets needs an id of 1 to 64 letters, digits, ., - or _ and a secret of at least 32 characters",
      });
  }
  if (new Set(keys.map((key) => key.id)).size < keys.length)
    throw new AskonceError("CONFIGURATION_INVALID", { message: "Two keys for packets have the same id" });
  const secretOf = new Map(keys.map((key) => [key.id, new TextEncoder().encode(key.secret)]));
  return {
    async sign(packet) {
      const [key] = keys;
      if (!key) throw new AskonceError("CONFIGURATION_INVALID", { message: "Set packets.keys to sign packets" });
      const bounded = boundPacket(packet, mostContentBytes);
      const token = await new CompactSign(new TextEncoder().encode(JSON.stringify(bounded)))
        .setProtectedHeader({ alg: "HS256", typ: type, kid: key.id })
        .sign(new TextEncoder().encode(key.secret));
      return { token, packet: bounded };
    },
    async read(token, now) {
      try {
        const { kid } = decodeProtectedHeader(token);
        const secret = kid === undefined ? undefined : secretOf.get(kid);
        if (!secret) throw new AskonceError("PACKET_INVALID");
        const { payload, protectedHeader } = await compactVerify(token, secret, { algorithms: ["HS256"] });
        if (protectedHeader.typ !== type) throw new AskonceError("PACKET_INVALID");
        const packet = contextPacketSchema.parse(JSON.parse(new TextDecoder().decode(payload)));
        if (packet.shopId !== shopId || Date.parse(packet.expiresAt) <= now) throw new AskonceError("PACKET_INVALID");
        return packet;
      } catch {
        // Why it is not valid is nobody's business who holds one that is not.
        throw new AskonceError("PACKET_INVALID");
      }
    },
  };
}
