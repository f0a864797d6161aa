import { AskonceError } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { errorTypeOf, isFault, storageFailureOf } from "./error-type.ts";

const canary = "canary-1f77";

describe("an error as an attribute", () => {
  it("is its code, or a name that the language gives", () => {
    expect(errorTypeOf(new AskonceError("VERSION_CONFLICT"))).toBe("VERSION_CONFLICT");
    expect(errorTypeOf(new TypeError(canary))).toBe("TypeError");
  });

  it("is nothing that anybody else chose", () => {
    const named = Object.assign(new Error(canary), { name: canary, code: canary });
    for (const thrown of [named, canary, { name: canary }, null, undefined, 7]) expect(errorTypeOf(thrown)).toBe("_OTHER");
  });

  it("is a fault unless it is an answer", () => {
    expect([new TypeError(), new AskonceError("STORAGE_FAILED"), "thrown"].map(isFault)).toEqual([true, true, true]);
    expect([new AskonceError("VETOED"), new AskonceError("VALIDATION_FAILED")].map(isFault)).toEqual([false, false]);
  });
});

describe("the reason of a storage that failed", () => {
  it("is its own code", () => {
    const passing = new AskonceError("STORAGE_FAILED", { details: { reason: "53100" } });
    expect(storageFailureOf(passing)).toBe("53100");
    // A number with the details in its upper bytes: SQLITE_IOERR_WRITE.
    expect(storageFailureOf(Object.assign(new Error(canary), { code: "ERR_SQLITE_ERROR", errcode: 778 }))).toBe("SQLITE_IOERR");
    expect(storageFailureOf(Object.assign(new Error(canary), { errcode: 13 }))).toBe("SQLITE_FULL");
  });

  it("is one word for what it did not say in a code, and none for what is not its fault", () => {
    for (const reason of [undefined, canary, "", "x".repeat(100), 7])
      expect(storageFailureOf(new AskonceError("STORAGE_FAILED", { details: { reason } }))).toBe("_OTHER");
    // A constraint.
    expect(storageFailureOf(Object.assign(new Error(canary), { errcode: 1555 }))).toBeNull();
    for (const thrown of [new AskonceError("VETOED"), new TypeError(canary), canary]) expect(storageFailureOf(thrown)).toBeNull();
  });
});
