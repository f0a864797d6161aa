import { AskonceError, contactPointSchema, languageSchema, type SourceRef, sourceRefSchema } from "@askonce/spec";
import { jwtVerify, SignJWT } from "jose";
import type { Platform } from "../platform/platform.ts";

/** Somebody the shop vouches for. */
export interface IdentityClaims {
  /** The shop's customer, for example `woocommerce:17`. */
  customerRef: SourceRef;
  /** Only an address that the shop has verified. */
  email?: string | undefined;
  name?: string | undefined;
  language?: string | undefined;
}

export interface CustomerIdentity {
  /**
   * A token for a signed-in customer, made by the shop's own server. Never printed into a page that a cache may keep.
   *
   * @param lifetimeMs default 600000 (ten minutes), at most an hour
   */
  sign(claims: IdentityClaims, lifetimeMs?: number): Promise<string>;
  /** `null` for anything that is not a valid token of this shop: wrong secret, algorithm, audience, expired, living too long. */
  verify(token: string): Promise<IdentityClaims | null>;
}

const issuer = "askonce:identity";
const longestLifetimeMs = 3_600_000;
const toleranceSeconds = 60;

/**
 * Identity tokens are HS256 JWTs whose audience is the shop: a token of shop A opens nothing in shop B, and the algorithm is pinned, so
 * that `none` or a public key used as a secret fails. Several secrets allow rotation; the first one signs.
 *
 * @param secrets each at least 32 characters
 */
export function createCustomerIdentity(secrets: readonly string[], shopId: string, platform: Platform): CustomerIdentity {
  const encoder = new TextEncoder();
  for (const secret of secrets) {
    if (secret.length < 32) throw new AskonceError("CONFIGURATION_INVALID", { message: "An identity secret needs at least 32 characters" });
  }
  const keys = secrets.map((secret) => encoder.encode(secret));
  return {
    async sign(claims, lifetimeMs = 600_000) {
      const key = keys[0];
      if (!key) throw new AskonceError("CONFIGURATION_INVALID", { message: "Set identity.secrets to sign identity tokens" });
      if (lifetimeMs > longestLifetimeMs)
        throw new AskonceError("VALIDATION_FAILED", { message: "An identity token lives at most one hour" });
      const now = Math.floor(platform.clock.now() / 1000);
      return new SignJWT({ email: claims.email, name: claims.name, language: claims.language })
        .setProtectedHeader({ alg: "HS256", typ: "JWT" })
        .setIssuer(issuer)
        .setAudience(shopId)
        .setSubject(claims.customerRef)
        .setIssuedAt(now)
        .setExpirationTime(now + Math.ceil(lifetimeMs / 1000))
        .sign(key);
    },
    async verify(token) {
      for (const key of keys) {
        try {
          const { payload } = await jwtVerify(token, key, {
            algorithms: ["HS256"],
            issuer,
            audience: shopId,
            requiredClaims: ["sub", "iat", "exp"],
            clockTolerance: toleranceSeconds,
            maxTokenAge: longestLifetimeMs / 1000,
            currentDate: new Date(platform.clock.now()),
          });
          const { sub, iat, exp, email, name, language } = payload;
          if (sub === undefined || !isUsableRef(sub) || iat === undefined || exp === undefined || exp - iat > longestLifetimeMs / 1000)
            return null;
          return {
            customerRef: sub,
            email: typeof email === "string" ? email : undefined,
            name: typeof name === "string" ? name.slice(0, 200) : undefined,
            language: languageSchema.safeParse(language).data,
          };
        } catch {
          // Not signed with this key; the next one may be the older or newer of a rotation.
        }
      }
      return null;
    },
  };
}

/** It becomes a contact point, which is shorter than a reference may be. */
function isUsableRef(text: string): boolean {
  return sourceRefSchema.safeParse(text).success && contactPointSchema.shape.value.safeParse(text).success;
}
