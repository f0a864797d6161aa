import { describe, expect, it } from "vitest";
import { readOptions, type SamedayOptions } from "./options.ts";
import { sameday } from "./sameday.ts";

const account = { username: "demo", password: "correct horse" };

describe("options", () => {
  it("leads to the country's host", () => {
    expect(readOptions(account).baseUrl).toBe("https://api.sameday.ro");
    expect(readOptions({ ...account, country: "hu" }).baseUrl).toBe("https://api.sameday.hu");
    expect(readOptions({ ...account, baseUrl: "http://127.0.0.1:4401/" }).baseUrl).toBe("http://127.0.0.1:4401");
    expect(sameday({ ...account, country: "bg" }).timeZone).toBe("Europe/Sofia");
  });

  it.each([
    [{ ...account, passwort: "x" }, "passwort"],
    [{ username: "demo" }, "username"],
    [{ username: "demo", publicTracking: true }, "username"],
    [{}, "username"],
    [{ ...account, password: "" }, "password"],
    [{ ...account, country: "it" }, "country"],
    [{ ...account, baseUrl: "https://demo:correct horse@example.test" }, "baseUrl"],
    [{ ...account, id: "My Sameday" }, "id"],
  ] as unknown as [SamedayOptions, string][])("refuses %j", (options, field) => {
    const error = (() => {
      try {
        return sameday(options);
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(error).toMatchObject({ code: "CONFIGURATION_INVALID" });
    expect(String(error)).toContain(field);
    expect(JSON.stringify(error) + String(error)).not.toContain("correct horse");
  });

  it("has no changes without an account, and is unofficial with public tracking only", () => {
    const adapter = sameday({ publicTracking: true });
    expect(adapter).toMatchObject({ standing: "unofficial", id: "sameday" });
    expect(adapter.changes).toBeUndefined();
    expect(adapter.pickupPoints).toBeUndefined();
    expect(sameday(account).standing).toBe("official");
  });
});
