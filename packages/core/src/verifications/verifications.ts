import { AskonceError, type Instant } from "@askonce/spec";
import { normalizeContact } from "../customers/contact-point.ts";
import { mailboxOf } from "../identity-links/score-link.ts";
import { clientNetwork } from "../limits/client-network.ts";
import { type AttemptLimit, takeAttempt } from "../limits/take-attempt.ts";
import { toInstant } from "../platform/instants.ts";
import type { Platform } from "../platform/platform.ts";
import type { Store, UnitOfWork } from "../storage/store.ts";
import { forgetWhatIsOver } from "./forget-what-is-over.ts";
import { keyedHash, randomCode } from "./keyed-hash.ts";
import { readVerified, signVerified, type VerifiedAddress, verifiedForMs } from "./verified-token.ts";

/** A code on its way to somebody. It is nowhere else: what is stored cannot be turned back into it. */
export interface OneTimeCode {
  kind: "email" | "phone";
  to: string;
  code: string;
  language: string;
  expiresAt: Instant;
}

export interface AddressClaim {
  email?: string | undefined;
  phone?: string | undefined;
}

/** How somebody without a signed identity proves that an address is theirs. */
export interface Verifications {
  /**
   * Sends a code to an address that belongs to a customer or an order; to any other nothing is sent. The answer and its time are the same.
   *
   * @throws AskonceError `TOO_MANY_REQUESTS`, `VALIDATION_FAILED`
   */
  start(claim: AddressClaim, language: string | undefined, clientAddress: string | null): Promise<{ expiresAt: Instant }>;
  /**
   * Exchanges a code for a token that the `/my` paths take, for half an hour.
   *
   * @throws AskonceError `VERIFICATION_FAILED` for a wrong, used or old code and for an address no code was sent to, alike; `TOO_MANY_REQUESTS`
   */
  confirm(claim: AddressClaim, code: string, clientAddress: string | null): Promise<{ token: string; expiresAt: Instant }>;
  /** The address behind a token; `null` for anything else. */
  verify(token: string): Promise<VerifiedAddress | null>;
  /** Waits for the codes that are on their way, at most five seconds: what hangs then is given up. */
  settled(): Promise<void>;
}

const codeForMs = 10 * 60_000;
const triesPerCode = 3;
const quarterMs = 15 * 60_000;
const hourMs = 3_600_000;
/** Counted on the mailbox, so that plus signs, capitals and blanks in a number make no new address. */
const limits = {
  codesPerAddress: { tries: 3, windowMs: quarterMs },
  codesPerClient: { tries: 10, windowMs: hourMs },
  triesPerAddress: { tries: 10, windowMs: hourMs },
  triesPerClient: { tries: 30, windowMs: hourMs },
} as const satisfies Record<string, AttemptLimit>;
/** Every answer takes at least this long, so that the time tells nothing. */
const answerAfterMs = 150;
/** Sending begins when the answer is out: what it computes before its first wait would otherwise be heard in the time of the answer. */
const sendAfterMs = 50;
const longestWaitForSendingMs = 5000;

export function createVerifications(
  store: Store,
  platform: Platform,
  secrets: readonly string[],
  sendCode: ((code: OneTimeCode) => Promise<void>) | null,
): Verifications {
  const { shopId } = store;
  const sending = new Set<Promise<void>>();
  // Without a secret there are no tokens; codes are made and refused as ever, so that set-up shows in no answer.
  const secret = secrets[0] ?? crypto.randomUUID();
  // The oldest one, which all processes know while secrets are rotated: they count together.
  const countedWith = secrets.at(-1) ?? secret;

  const normalized = (claim: AddressClaim): VerifiedAddress => {
    const kind = claim.email !== undefined ? "email" : "phone";
    const value = normalizeContact(kind, claim.email ?? claim.phone ?? "", store.shop.countryCode);
    if (value === null)
      throw new AskonceError("VALIDATION_FAILED", { details: { issues: [{ path: kind, message: `not a usable ${kind}` }] } });
    return { kind, value };
  };
  const limited = async (unit: UnitOfWork, names: readonly [string, string | null, AttemptLimit][]) => {
    for (const [what, who, limit] of names) {
      if (who === null) continue;
      const wait = await takeAttempt(unit.database, shopId, await keyedHash(countedWith, what, who), limit, platform.clock.now());
      if (wait > 0) return wait;
    }
    return 0;
  };
  const mailbox = ({ kind, value }: VerifiedAddress) => (kind === "email" ? mailboxOf(value) : value);
  const networkOf = (clientAddress: string | null) => (clientAddress === null ? null : clientNetwork(clientAddress));

  return {
    async start(claim, language, clientAddress) {
      const address = normalized(claim);
      const code = randomCode();
      const now = platform.clock.now();
      const expiresAt = now + codeForMs;
      const addressHash = await keyedHash(secret, address.kind, address.value);
      const id = platform.createId("vrf");
      const codeHash = await keyedHash(secret, id, addressHash, code);
      const nobodysHash = await keyedHash(secret, id, addressHash, crypto.randomUUID());
      const [{ wait, known }] = await Promise.all([
        store.transact({ kind: "system" }, async (unit) => {
          const over = await limited(unit, [
            ["codes of address", mailbox(address), limits.codesPerAddress],
            ["codes of client", networkOf(clientAddress), limits.codesPerClient],
          ]);
          if (over > 0) return { wait: over, known: false };
          const isKnown = await isSomebodys(unit, address);
          await forgetWhatIsOver(unit.database, shopId, now);
          // Written for whoever asks: the same work, and a code that nobody was sent fits nobody's guess any better.
          await unit.database
            .insertInto("verification_codes")
            .values({
              shop_id: shopId,
              id,
              address_hash: addressHash,
              code_hash: isKnown && sendCode ? codeHash : nobodysHash,
              tries: 0,
              created_at: now,
              expires_at: expiresAt,
              used_at: null,
            })
            .execute();
          return { wait: 0, known: isKnown };
        }),
        pause(answerAfterMs),
      ]);
      if (wait > 0) throw new AskonceError("TOO_MANY_REQUESTS", { retryAfterMs: wait });
      if (known && sendCode) {
        const { kind, value: to } = address;
        send({ kind, to, code, language: language ?? store.shop.language, expiresAt: toInstant(expiresAt) });
      }
      return { expiresAt: toInstant(expiresAt) };
    },

    async confirm(claim, code, clientAddress) {
      const address = normalized(claim);
      const now = platform.clock.now();
      // With each secret that is still configured: a code may have been sent before the rotation, or by a process that has not heard of it.
      const addressHashes = new Map<string, string>();
      for (const one of secrets) addressHashes.set(await keyedHash(one, address.kind, address.value), one);
      const [{ wait, fits }] = await Promise.all([
        store.transact({ kind: "system" }, async (unit) => {
          const over = await limited(unit, [
            ["tries of address", mailbox(address), limits.triesPerAddress],
            ["tries of client", networkOf(clientAddress), limits.triesPerClient],
          ]);
          if (over > 0) return { wait: over, fits: false };
          const rows = await unit.database
            .selectFrom("verification_codes")
            .selectAll()
            .where("shop_id", "=", shopId)
            .where("address_hash", "in", [...addressHashes.keys(), ""])
            .where("used_at", "is", null)
            .where("expires_at", ">", now)
            .where("tries", "<", triesPerCode)
            .execute();
          const given = code.replace(/\D/g, "");
          let found = false;
          for (const row of rows) {
            const sentWith = addressHashes.get(row.address_hash) ?? "";
            if ((await keyedHash(sentWith, row.id, row.address_hash, given)) === row.code_hash) found = true;
          }
          await unit.database
            .updateTable("verification_codes")
            .set((update) => ({ tries: update("tries", "+", 1), ...(found ? { used_at: now } : {}) }))
            .where("shop_id", "=", shopId)
            .where("address_hash", "in", [...addressHashes.keys(), ""])
            .where("used_at", "is", null)
            .execute();
          return { wait: 0, fits: found };
        }),
        pause(answerAfterMs),
      ]);
      if (wait > 0) throw new AskonceError("TOO_MANY_REQUESTS", { retryAfterMs: wait });
      if (!fits || secrets[0] === undefined) throw new AskonceError("VERIFICATION_FAILED");
      return { token: await signVerified(address, secret, shopId, platform), expiresAt: toInstant(now + verifiedForMs) };
    },

    verify: (token) => readVerified(token, secrets, shopId, platform),

    async settled() {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const givenUp = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, longestWaitForSendingMs);
      });
      await Promise.race([Promise.all(sending), givenUp]);
      clearTimeout(timer);
    },
  };

  /** Whether a customer or an order has the address; both are looked for in any case. */
  async function isSomebodys(unit: UnitOfWork, { kind, value }: VerifiedAddress): Promise<boolean> {
    const contact = await unit.database
      .selectFrom("contact_points")
      .select("id")
      .where("shop_id", "=", shopId)
      .where("kind", "=", kind)
      .where("normalized", "=", value)
      .where("unlinked_at", "is", null)
      .limit(1)
      .executeTakeFirst();
    const order = await unit.database
      .selectFrom("orders")
      .select("ref")
      .where("shop_id", "=", shopId)
      .where(kind === "email" ? "email_normalized" : "phone_normalized", "=", value)
      .where("deleted_at", "is", null)
      .limit(1)
      .executeTakeFirst();
    return contact !== undefined || order !== undefined;
  }

  /** Beside the answer: how long a mail server takes would tell that there is somebody to send to. */
  function send(code: OneTimeCode): void {
    const work = pause(sendAfterMs)
      .then(() => sendCode?.(code))
      .catch((error: unknown) => {
        platform.logger.error("A one-time code could not be sent", { error: error instanceof Error ? error.name : typeof error });
      })
      .then(() => {
        sending.delete(work);
      });
    sending.add(work);
  }
}

/** Real time on purpose: it is what a guesser measures. */
function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
