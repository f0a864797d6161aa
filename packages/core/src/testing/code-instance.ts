import type { OneTimeCode } from "../verifications/verifications.ts";
import { type Instance, instance } from "./instance.ts";

export interface CodeInstance extends Instance {
  /** Every code that was sent, oldest first. */
  sent: OneTimeCode[];
  /** Asks for a code and gives the one that was sent, `null` when none was. */
  codeFor(claim: { email?: string; phone?: string }): Promise<string | null>;
  /** The token that an address gets for its code. */
  tokenFor(claim: { email?: string; phone?: string }): Promise<string>;
}

/** An instance whose one-time codes arrive in a list. */
export function codeInstance(options: Parameters<typeof instance>[0] = {}): CodeInstance {
  const sent: OneTimeCode[] = [];
  const { identity } = options;
  const made = instance({
    ...options,
    identity: { secrets: ["an identity secret of 32 or more characters"], sendCode: async (code) => void sent.push(code), ...identity },
  });
  const { verifications } = made.askonce;
  const codeFor: CodeInstance["codeFor"] = async (claim) => {
    const before = sent.length;
    await verifications.start(claim, undefined, null);
    await verifications.settled();
    return sent.length > before ? (sent.at(-1)?.code ?? null) : null;
  };
  return {
    ...made,
    sent,
    codeFor,
    async tokenFor(claim) {
      const code = await codeFor(claim);
      return (await verifications.confirm(claim, code ?? "000000", null)).token;
    },
  };
}
