import { describe, expect, it } from "vitest";
import { codeOf, describeCause, redactSecrets } from "./redact.ts";

describe("redactSecrets", () => {
  it("replaces each secret wherever it stands, also in a URL's encoding", () => {
    const text = "GET /orders?key=ck_1&secret=a%2Fb%2Bc%3D and again a/b+c=";
    expect(redactSecrets(text, ["ck_1", "a/b+c="])).toBe("GET /orders?key=[secret]&secret=[secret] and again [secret]");
  });

  it("leaves nothing of a secret that holds another one", () => {
    expect(redactSecrets("shpat_abcdef and abcd", ["abcd", "shpat_abcdef"])).toBe("[secret] and [secret]");
    expect(redactSecrets("abcdefgh", ["efgh", "abcdefgh", "abcd"])).toBe("[secret]");
  });

  it("takes secrets as text, not as patterns", () => {
    expect(redactSecrets("p.ss$& pxss$&", ["p.ss$&"])).toBe("[secret] pxss$&");
  });

  it("does not tear a text apart for an empty or tiny secret", () => {
    expect(redactSecrets("a normal text", ["", "a", "nor"])).toBe("a normal text");
    expect(redactSecrets("a normal text", [])).toBe("a normal text");
  });
});

describe("describeCause", () => {
  it("says name and code, never the message", () => {
    const error = Object.assign(new TypeError("https://shop.test/?consumer_secret=cs_1"), { code: "ERR_X" });
    expect(describeCause(error)).toBe("TypeError ERR_X");
    expect(describeCause(new RangeError("ana@example.test"))).toBe("RangeError");
  });

  it("finds the code of a deeper cause, and ends when causes go in a circle", () => {
    const socket = Object.assign(new Error("connect 10.0.0.1"), { code: "ECONNREFUSED" });
    expect(describeCause(new Error("outer", { cause: new TypeError("fetch failed", { cause: socket }) }))).toBe("Error ECONNREFUSED");
    const circle = new Error("circle");
    circle.cause = circle;
    expect(describeCause(circle)).toBe("Error");
    expect(codeOf(new DOMException("x", "AbortError"))).toBeNull();
  });

  it.each([
    ["text", "string"],
    [undefined, "undefined"],
    [null, "object"],
    [{ secret: "x" }, "object"],
  ])("says only the type of %o", (cause, expected) => {
    expect(describeCause(cause)).toBe(expected);
  });
});
