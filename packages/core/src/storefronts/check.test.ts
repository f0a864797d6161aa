import { describe, expect, it, onTestFinished, vi } from "vitest";
import { storefrontInstance } from "../testing/storefront-instance.ts";

describe("the check of a storefront", () => {
  it("that does not come back in time says so, whatever the adapter throws", async () => {
    const timeout = vi.spyOn(AbortSignal, "timeout").mockImplementation(() => AbortSignal.abort(new DOMException("late", "TimeoutError")));
    onTestFinished(() => timeout.mockRestore());
    const { askonce } = storefrontInstance({
      wrap: (adapter) => ({ ...adapter, check: async ({ signal }) => Promise.reject(signal.reason) }),
    });
    await expect(askonce.sync.check("memory")).rejects.toMatchObject({ code: "ADAPTER_TIMEOUT" });
  });

  it("that fails for another reason gives that reason", async () => {
    const { askonce } = storefrontInstance({
      wrap: (adapter) => ({ ...adapter, check: () => Promise.reject(new RangeError("not about time")) }),
    });
    await expect(askonce.sync.check("memory")).rejects.toThrow("not about time");
  });
});
