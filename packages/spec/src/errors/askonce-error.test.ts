import { describe, expect, it, vi } from "vitest";
import { AskonceError } from "./askonce-error.ts";
import { defineErrors, type ErrorCode, errorCodes } from "./error-codes.ts";
import { problemSchema, problemTypeBase, toProblem } from "./problem.ts";

/** A second installed copy of this package. */
async function anotherCopy(): Promise<typeof AskonceError> {
  vi.resetModules();
  const copy = await import("./askonce-error.ts");
  return copy.AskonceError;
}

describe("AskonceError", () => {
  it("takes title and retryability from the table", () => {
    const error = new AskonceError("ADAPTER_RATE_LIMITED", { retryAfterMs: 2000 });
    expect(error).toMatchObject({ name: "AskonceError", code: "ADAPTER_RATE_LIMITED", retryable: true, retryAfterMs: 2000, details: {} });
    expect(error.message).toBe(errorCodes.ADAPTER_RATE_LIMITED.title);
    expect(error).toBeInstanceOf(Error);
    expect(error.stack).toContain("askonce-error.test");
  });

  it("keeps message, details and cause", () => {
    const cause = new TypeError("inner");
    const error = new AskonceError("VALIDATION_FAILED", { message: "no", details: { field: "email" }, cause });
    expect(error).toMatchObject({ message: "no", details: { field: "email" }, cause, retryable: false, retryAfterMs: null });
    expect("cause" in new AskonceError("INTERNAL")).toBe(false);
  });

  it("is recognized across copies of the package", async () => {
    const Copy = await anotherCopy();
    const error = new Copy("ORDER_NOT_FOUND");
    expect(Copy).not.toBe(AskonceError);
    expect(error).not.toBeInstanceOf(AskonceError);
    expect(AskonceError.is(error)).toBe(true);
    expect(AskonceError.is(error, "ORDER_NOT_FOUND", "INTERNAL")).toBe(true);
    expect(AskonceError.is(error, "INTERNAL")).toBe(false);
  });

  it.each([null, undefined, "ORDER_NOT_FOUND", 404, new Error("x"), { name: "AskonceError", code: "INTERNAL", retryable: false }])(
    "does not take %o for one",
    (value) => {
      expect(AskonceError.is(value)).toBe(false);
    },
  );

  it("leaves its marker out of what is logged", () => {
    expect(Object.getOwnPropertySymbols({ ...new AskonceError("INTERNAL") })).toEqual([]);
  });
});

describe("errorCodes", () => {
  const codes = Object.entries(errorCodes);

  it.each(codes)("%s has a status of an error, a title of one line, and is retryable only if waiting can help", (code, definition) => {
    expect(code).toMatch(/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/);
    expect(definition.status).toBeGreaterThanOrEqual(400);
    expect(definition.status).toBeLessThan(600);
    expect(definition.title).toMatch(/^[A-Z][^\n.]{5,80}$/);
    if (definition.retryable) expect([429, 503, 504]).toContain(definition.status);
  });

  it("lets plugins define tables of their own, in capitals only", () => {
    expect(defineErrors({ LABEL_EXPIRED: { status: 410, retryable: false, title: "The label has expired" } }).LABEL_EXPIRED.status).toBe(
      410,
    );
    // @ts-expect-error a code is UPPER_SNAKE
    defineErrors({ labelExpired: { status: 410, retryable: false, title: "The label has expired" } });
  });
});

describe("toProblem", () => {
  it("is what RFC 9457 asks for, and our own schema", () => {
    const problem = toProblem(new AskonceError("ADAPTER_TIMEOUT", { retryAfterMs: 500, details: { adapterId: "a" } }), "req_1");
    expect(problem).toEqual({
      type: `${problemTypeBase}ADAPTER_TIMEOUT`,
      title: "The vendor did not answer in time",
      status: 504,
      code: "ADAPTER_TIMEOUT",
      detail: "The vendor did not answer in time",
      retryable: true,
      retryAfterMs: 500,
      requestId: "req_1",
      details: { adapterId: "a" },
    });
    expect(problemSchema.parse(problem)).toEqual(problem);
  });

  it("puts issues beside the details and leaves out what is empty", () => {
    const issues = [{ path: "email", message: "invalid_format" }];
    expect(toProblem(new AskonceError("VALIDATION_FAILED", { details: { issues } }), null)).toMatchObject({ issues, requestId: null });
    expect(Object.keys(toProblem(new AskonceError("VALIDATION_FAILED", { details: { issues } }), null))).not.toContain("details");
    expect(Object.keys(toProblem(new AskonceError("INTERNAL"), null))).not.toContain("issues");
  });

  it("never shows a cause", () => {
    const error = new AskonceError("STORAGE_FAILED", { cause: new Error("SELECT secret") });
    expect(JSON.stringify(toProblem(error, null))).not.toContain("secret");
  });

  it("answers for a code that only a newer copy of the package knows", () => {
    const error = new AskonceError("INTERNAL");
    Object.assign(error, { code: "FROM_THE_FUTURE" as ErrorCode });
    expect(toProblem(error, null)).toMatchObject({ status: 500, code: "FROM_THE_FUTURE", title: errorCodes.INTERNAL.title });
  });
});
