import { AskonceError } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { checkItem } from "./check-item.ts";

const about = { id: "key", title: "Key" };
const context = { signal: new AbortController().signal };
const refuse = async () => {
  throw new AskonceError("ADAPTER_UNAUTHORIZED");
};

describe("checkItem", () => {
  it("is what was answered, or what to do about a failure", async () => {
    const answered = { state: "warning", detail: "old", remedy: "renew" } as const;
    expect(
      await checkItem(
        about,
        async () => answered,
        () => ({ remedy: "unused" }),
        context,
      ),
    ).toEqual({ ...about, ...answered });
    expect(await checkItem(about, refuse, (error) => ({ remedy: error.code }), context)).toMatchObject({
      state: "failed",
      remedy: "ADAPTER_UNAUTHORIZED",
    });
    expect(await checkItem(about, refuse, () => ({ state: "warning", remedy: null }), context)).toMatchObject({ state: "warning" });
  });

  it("throws on what is no doing of the vendor's", async () => {
    const broken = async () => {
      throw new TypeError("a mistake of ours");
    };
    await expect(checkItem(about, broken, () => ({ remedy: null }), context)).rejects.toThrow(TypeError);
    const aborted = { signal: AbortSignal.abort(new Error("nobody waits")) };
    await expect(checkItem(about, refuse, () => ({ remedy: null }), aborted)).rejects.toThrow("nobody waits");
  });
});
