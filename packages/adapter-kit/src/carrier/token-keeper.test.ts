import { type AdapterContext, AskonceError } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { createFakeClock } from "../__fixtures__/fake-clock.ts";
import { createTokenKeeper, type FetchedToken } from "./token-keeper.ts";

const silent = { debug() {}, info() {}, warn() {}, error() {} };

function setUp(signIn?: (count: number, context: AdapterContext) => Promise<FetchedToken>) {
  const clock = createFakeClock(1_000_000);
  let signIns = 0;
  const context: AdapterContext = {
    clock,
    signal: new AbortController().signal,
    logger: silent,
    fetch: globalThis.fetch,
    idempotencyKey: "test",
    priority: "agent",
  };
  const keeper = createTokenKeeper({
    fetchToken: async (given) => {
      signIns++;
      return signIn ? await signIn(signIns, given) : { token: `token ${signIns}`, expiresAtMs: clock.now() + 3_600_000 };
    },
  });
  return { clock, context, keeper, signIns: () => signIns };
}

describe("createTokenKeeper", () => {
  it("signs in once for calls at the same time and for later ones", async () => {
    const { context, keeper, signIns } = setUp();
    const tokens = await Promise.all(Array.from({ length: 20 }, () => keeper.use(context, async (token) => token)));
    expect(new Set(tokens)).toEqual(new Set(["token 1"]));
    expect(await keeper.use(context, async (token) => token)).toBe("token 1");
    expect(signIns()).toBe(1);
  });

  it("renews a minute before the end", async () => {
    const { clock, context, keeper } = setUp();
    const token = () => keeper.use(context, async (given) => given);
    expect(await token()).toBe("token 1");
    await clock.advance(3_539_999);
    expect(await token()).toBe("token 1");
    await clock.advance(1);
    expect(await token()).toBe("token 2");
  });

  it.each(["ADAPTER_UNAUTHORIZED", "ADAPTER_FORBIDDEN"] as const)("signs in once more after %s, and only once", async (code) => {
    const { context, keeper, signIns } = setUp();
    const used: string[] = [];
    const call = async (token: string) => {
      used.push(token);
      throw new AskonceError(code);
    };
    await expect(keeper.use(context, call)).rejects.toMatchObject({ code });
    expect(used).toEqual(["token 1", "token 2"]);
    expect(signIns()).toBe(2);
  });

  it("does not throw away a token that another call renewed", async () => {
    const { context, keeper, signIns } = setUp();
    const answer = async (token: string) => {
      if (token === "token 1") throw new AskonceError("ADAPTER_UNAUTHORIZED");
      return token;
    };
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = keeper.use(context, async (token) => {
      await held;
      return await answer(token);
    });
    const quick = await Promise.all(Array.from({ length: 10 }, () => keeper.use(context, answer)));
    release();
    expect(new Set([...quick, await slow])).toEqual(new Set(["token 2"]));
    expect(signIns()).toBe(2);
  });

  it("passes other failures on without signing in again", async () => {
    const { context, keeper, signIns } = setUp();
    const fails = keeper.use(context, async () => {
      throw new AskonceError("ADAPTER_UNAVAILABLE");
    });
    await expect(fails).rejects.toMatchObject({ code: "ADAPTER_UNAVAILABLE" });
    expect(signIns()).toBe(1);
  });

  it("does not hammer with a wrong password", async () => {
    const { clock, context, keeper, signIns } = setUp(async () => {
      throw new AskonceError("ADAPTER_UNAUTHORIZED");
    });
    const call = () => keeper.use(context, async () => "in");
    await expect(call()).rejects.toMatchObject({ code: "ADAPTER_UNAUTHORIZED" });
    await expect(call()).rejects.toMatchObject({ code: "ADAPTER_UNAUTHORIZED" });
    expect(signIns()).toBe(1);
    await clock.advance(60_000);
    await expect(call()).rejects.toMatchObject({ code: "ADAPTER_UNAUTHORIZED" });
    expect(signIns()).toBe(2);
  });

  it("lets those who wait sign in when the one who did hangs up", async () => {
    const { context, keeper, signIns } = setUp((count, { signal }) =>
      count === 1
        ? new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason)))
        : Promise.resolve({ token: "late", expiresAtMs: null }),
    );
    const first = new AbortController();
    const gaveUp = keeper.use({ ...context, signal: first.signal }, async (token) => token);
    const waits = keeper.use(context, async (token) => token);
    first.abort(new Error("gone"));
    await expect(gaveUp).rejects.toThrow("gone");
    expect(await waits).toBe("late");
    expect(signIns()).toBe(2);
  });
});
