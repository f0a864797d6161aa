import { afterEach, expect, it, vi } from "vitest";

afterEach(() => vi.unstubAllGlobals());

it("does nothing on import, registers once when asked, and is quiet where there is no DOM", async () => {
  const defined = new Map<string, unknown>();
  vi.stubGlobal("customElements", {
    get: (name: string) => defined.get(name),
    define: (name: string, element: unknown) => {
      if (defined.has(name)) throw new Error("defined twice");
      defined.set(name, element);
    },
  });
  const { defineAskoncePanel } = await import("./index.ts");
  expect(defined.size).toBe(0);

  defineAskoncePanel();
  defineAskoncePanel();
  expect([...defined.keys()]).toEqual(["askonce-panel"]);

  vi.stubGlobal("customElements", undefined);
  expect(() => defineAskoncePanel()).not.toThrow();
});
