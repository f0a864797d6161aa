import { AskonceApiError } from "@askonce/client";
import { describe, expect, it } from "vitest";
import { createTranslate } from "../i18n/translator.ts";
import { describeError, isOutcomeUnknown } from "./describe-error.ts";

const t = createTranslate("it");

describe("an error in words", () => {
  it("is in the reader's language, with the reference", () => {
    const error = new AskonceApiError("FORBIDDEN", { message: "The role does not allow this", status: 403, requestId: "req_7" });
    expect(describeError(error, t)).toEqual({ detail: "Il tuo ruolo non lo consente.", retryable: false, requestId: "req_7" });
  });

  it("names the fields that were refused", () => {
    const error = new AskonceApiError("VALIDATION_FAILED", {
      message: "",
      status: 400,
      issues: [
        { path: "customer.email", message: "Invalid email" },
        { path: "", message: "Too much" },
      ],
    });
    expect(describeError(error, t).detail).toBe("Il server non ha accettato i dati inseriti. customer.email: Invalid email; Too much");
  });

  it("repeats a plugin's reason, and not the lack of one", () => {
    const veto = (message: string) => describeError(new AskonceApiError("VETOED", { message, status: 409 }), t).detail;
    expect(veto("Closed for stock-taking")).toBe("Un plugin ha rifiutato la modifica. Closed for stock-taking");
    expect(veto("A plugin refused the change")).toBe("Un plugin ha rifiutato la modifica.");
  });

  it("of a code from a newer server is the server's sentence, unless it is the server's own failure", () => {
    expect(describeError(new AskonceApiError("BUDGET_SPENT", { message: "The budget is spent", status: 409 }), t).detail).toBe(
      "The budget is spent",
    );
    expect(describeError(new AskonceApiError("ODD", { message: "stack", status: 500 }), t)).toMatchObject({
      detail: "Qualcosa è andato storto sul server.",
      retryable: true,
    });
  });
});

it("a write without an answer may have happened, one that was refused has not", () => {
  expect(isOutcomeUnknown(new AskonceApiError("NETWORK_FAILED", { message: "" }))).toBe(true);
  expect(isOutcomeUnknown(new AskonceApiError("TIMED_OUT", { message: "" }))).toBe(true);
  expect(isOutcomeUnknown(new AskonceApiError("VETOED", { message: "", status: 409 }))).toBe(false);
});
