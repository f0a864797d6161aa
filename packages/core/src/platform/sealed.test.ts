import { describe, expect, it } from "vitest";
import { createSealer } from "./sealed.ts";

const old = { id: "2025", secret: "an old secret of at least 32 characters" };
const current = { id: "2026", secret: "a new secret of at least 32 characters!" };
const sealer = createSealer([current, old], "keys");

describe("sealed values", () => {
  it("open where they belong, and are different each time", async () => {
    for (const text of ["", "whsec_abc", "https://example.com/ț/🙂", "x".repeat(3000)]) {
      const sealed = await sealer.seal(text, "place");
      expect(sealed).toMatch(/^s1\.2026\.[A-Za-z0-9_-]+$/);
      expect(await sealer.open(sealed, "place")).toBe(text);
      expect(await sealer.seal(text, "place")).not.toBe(sealed);
    }
  });

  it("do not open in another place, after a change, or with another secret under the same id", async () => {
    const sealed = await sealer.seal("whsec_abc", "one");
    const refused = { code: "CONFIGURATION_INVALID", details: { reason: "value", keyId: "2026" } };
    await expect(sealer.open(sealed, "other")).rejects.toMatchObject(refused);
    for (const index of [9, 20, sealed.length - 3]) {
      const changed = `${sealed.slice(0, index)}${sealed[index] === "A" ? "B" : "A"}${sealed.slice(index + 1)}`;
      await expect(sealer.open(changed, "one")).rejects.toMatchObject(refused);
    }
    const impostor = createSealer([{ ...current, secret: old.secret }], "keys");
    await expect(impostor.open(sealed, "one")).rejects.toMatchObject(refused);
  });

  it("open with every key that is configured, and tell whether the first one sealed them", async () => {
    const before = await createSealer([old], "keys").seal("text", "place");
    expect(await sealer.open(before, "place")).toBe("text");
    expect([sealer.isCurrent(before), sealer.isCurrent(await sealer.seal("text", "place"))]).toEqual([false, true]);
    const forgetful = createSealer([current], "keys");
    await expect(forgetful.open(before, "place")).rejects.toMatchObject({ details: { reason: "key", keyId: "2025" } });
    await expect(forgetful.open("no sealed value", "place")).rejects.toMatchObject({ details: { reason: "key", keyId: null } });
  });

  it.each([
    ["keys", []],
    ["keys.0.id", [{ ...current, id: "a.b" }]],
    ["keys.0.secret", [{ ...current, secret: "canary-short" }]],
    ["keys.1.id", [current, { ...old, id: current.id }]],
  ])("refuses at %s what cannot be right, without naming the secret", (path, keys) => {
    let error: unknown;
    try {
      createSealer(keys, "keys");
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toMatchObject({ code: "CONFIGURATION_INVALID", details: { issues: [{ path }] } });
    expect(JSON.stringify(error) + String(error)).not.toContain("canary");
  });
});
