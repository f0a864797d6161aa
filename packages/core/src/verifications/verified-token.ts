import { jwtVerify, SignJWT } from "jose";
import type { Platform } from "../platform/platform.ts";

/** An address that somebody has shown to be theirs. */
export interface VerifiedAddress {
  kind: "email" | "phone";
  value: string;
}

/** An issuer of its own: a token of one kind is never taken for one of the other. */
const issuer = "askonce:verified";
export const verifiedForMs = 30 * 60_000;

export async function signVerified(address: VerifiedAddress, secret: string, shopId: string, platform: Platform): Promise<string> {
  const now = Math.floor(platform.clock.now() / 1000);
  return new SignJWT({ kind: address.kind })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setIssuer(issuer)
    .setAudience(shopId)
    .setSubject(address.value)
    .setIssuedAt(now)
    .setExpirationTime(now + verifiedForMs / 1000)
    .sign(new TextEncoder().encode(secret));
}

/** @returns `null` for anything that is not a valid token of this shop */
export async function readVerified(
  token: string,
  secrets: readonly string[],
  shopId: string,
  platform: Platform,
): Promise<VerifiedAddress | null> {
  for (const secret of secrets) {
    try {
      const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
        algorithms: ["HS256"],
        issuer,
        audience: shopId,
        requiredClaims: ["sub", "iat", "exp"],
        maxTokenAge: verifiedForMs / 1000,
        currentDate: new Date(platform.clock.now()),
      });
      const { sub, kind } = payload;
      return typeof sub === "string" && (kind === "email" || kind === "phone") ? { kind, value: sub } : null;
    } catch {
      // Not signed with this secret; the next one may be the older or newer of a rotation.
    }
  }
  return null;
}
