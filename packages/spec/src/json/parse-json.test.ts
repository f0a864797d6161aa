import { describe, expect, it } from "vitest";
import { AskonceError } from "../errors/askonce-error.ts";
import { defaultMaxBodyBytes, defaultMaxDepth, parseJson } from "./parse-json.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const nested = (depth: number, open = "[", close = "]") => open.repeat(depth) + close.repeat(depth);

function codeOf(body: Uint8Array | string, options?: Parameters<typeof parseJson>[1]): string {
  try {
    parseJson(body, options);
  } catch (error) {
    if (AskonceError.is(error)) return error.code;
    throw error;
  }
  return "none";
}

describe("parseJson: numbers", () => {
  it("keeps every digit of an id beyond 2^53", () => {
    expect(parseJson('{"id":820982911946154508}')).toEqual({ id: "820982911946154508" });
    expect(parseJson("[9007199254740993,-9007199254740993,123456789012345678901234567890]")).toEqual([
      "9007199254740993",
      "-9007199254740993",
      "123456789012345678901234567890",
    ]);
  });

  it("leaves numbers that fit as they are", () => {
    expect(parseJson("[0,-1,9007199254740991,-9007199254740991,12.5,1e3,-0.001]")).toEqual([
      0, -1, 9007199254740991, -9007199254740991, 12.5, 1000, -0.001,
    ]);
  });

  it("touches neither digits in strings nor numbers that are not whole", () => {
    expect(parseJson('{"a":"9007199254740993","b":9007199254740993.5,"c":1e30}')).toEqual({
      a: "9007199254740993",
      b: 9007199254740994,
      c: 1e30,
    });
  });

  it("finds large ids wherever they are", () => {
    expect(parseJson('{"line_items":[{"id":466157049460000009,"tax":[{"id":18446744073709551615}]}]}')).toEqual({
      line_items: [{ id: "466157049460000009", tax: [{ id: "18446744073709551615" }] }],
    });
  });

  it("reads numbers where the engine does not hand out their source", () => {
    const original = JSON.parse;
    // Browsers that a shopper may still have call the reviver with two arguments only.
    JSON.parse = (text: string, reviver?: (this: unknown, key: string, value: unknown) => unknown) =>
      original(text, reviver && ((key: string, value: unknown) => reviver.call(null, key, value)));
    try {
      expect(parseJson('{"amount":12.5,"text":"x"}')).toEqual({ amount: 12.5, text: "x" });
    } finally {
      JSON.parse = original;
    }
  });
});

describe("parseJson: text", () => {
  it.each([
    ["a byte order mark as bytes", new Uint8Array([0xef, 0xbb, 0xbf, ...bytes('{"a":1}')])],
    ["a byte order mark as a character", '\ufeff{"a":1}'],
    ["white space around", ' \r\n\t{"a":1}\n'],
  ])("tolerates %s", (_name, body) => {
    expect(parseJson(body)).toEqual({ a: 1 });
  });

  it.each([
    ["a lone continuation byte", [0x22, 0x80, 0x22]],
    ["a cut character", [0x22, 0xc8, 0x22]],
    ["an overlong slash", [0x22, 0xc0, 0xaf, 0x22]],
    ["a surrogate in UTF-8", [0x22, 0xed, 0xa0, 0x80, 0x22]],
    ["Latin-1", [0x22, 0xe9, 0x22]],
    ["UTF-16", [0xff, 0xfe, 0x31, 0x00]],
  ])("refuses %s", (_name, body) => {
    expect(codeOf(new Uint8Array(body))).toBe("BODY_NOT_UTF8");
  });

  it("reads Romanian, Italian and emoji", () => {
    const text = '{"oras":"Târgu Mureș","citta":"Forlì","note":"👍🏽"}';
    expect(parseJson(bytes(text))).toEqual({ oras: "Târgu Mureș", citta: "Forlì", note: "👍🏽" });
  });

  it.each(["", " ", "{", "{'a':1}", '{"a":1,}', "undefined", "NaN", '{"a":01}', "[1] 2", '"\u0001"', "webhook_id=7"])(
    "refuses %j",
    (text) => {
      expect(codeOf(text)).toBe("BODY_NOT_JSON");
    },
  );

  it("does not quote what it could not read", () => {
    try {
      parseJson('{"email":"ana@example.test" oops}');
      expect.unreachable();
    } catch (error) {
      expect(JSON.stringify({ ...(error as Error), message: (error as Error).message, stack: (error as Error).stack })).not.toContain(
        "ana@",
      );
      expect((error as Error).cause).toBeUndefined();
    }
  });

  it("keeps a key named __proto__ as data", () => {
    const value = parseJson('{"__proto__":{"isOwner":true}}') as Record<string, unknown>;
    expect(Object.hasOwn(value, "__proto__")).toBe(true);
    expect(({} as Record<string, unknown>).isOwner).toBeUndefined();
    expect(value.isOwner).toBeUndefined();
  });
});

describe("parseJson: limits", () => {
  it("takes 64 levels and refuses the 65th", () => {
    expect(defaultMaxDepth).toBe(64);
    expect(codeOf(nested(64))).toBe("none");
    expect(codeOf(nested(65))).toBe("BODY_TOO_DEEP");
    expect(codeOf(nested(64, '{"a":', "}").replace("}", "1}"))).toBe("none");
    expect(codeOf(nested(65, '{"a":', "}").replace("}", "1}"))).toBe("BODY_TOO_DEEP");
  });

  it("counts depth, not brackets, and none inside strings", () => {
    expect(codeOf(`[${"[],".repeat(500)}[]]`)).toBe("none");
    expect(codeOf(JSON.stringify({ text: "[".repeat(1000) }))).toBe("none");
    expect(codeOf(JSON.stringify({ text: `\\"${"{".repeat(1000)}` }))).toBe("none");
    expect(codeOf(`["\\\\",${nested(64)}]`)).toBe("BODY_TOO_DEEP");
  });

  it("refuses a bomb before it is parsed", () => {
    expect(codeOf("[".repeat(1_000_000))).toBe("BODY_TOO_DEEP");
  });

  it("counts bytes, also of text", () => {
    const body = JSON.stringify("ș".repeat(10));
    expect(bytes(body).byteLength).toBe(22);
    for (const form of [body, bytes(body)]) {
      expect(codeOf(form, { maxBytes: 22 })).toBe("none");
      expect(codeOf(form, { maxBytes: 21 })).toBe("BODY_TOO_LARGE");
    }
  });

  it("takes 2 MiB unless told otherwise", () => {
    const exactly = `"${"a".repeat(defaultMaxBodyBytes - 2)}"`;
    expect(defaultMaxBodyBytes).toBe(2_097_152);
    expect(codeOf(bytes(exactly))).toBe("none");
    expect(codeOf(bytes(`${exactly} `))).toBe("BODY_TOO_LARGE");
  });

  it("says the limit", () => {
    expect(() => parseJson("[[1]]", { maxDepth: 1 })).toThrow(expect.objectContaining({ code: "BODY_TOO_DEEP", details: { maxDepth: 1 } }));
  });
});
