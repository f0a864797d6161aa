import { wooCommerceRecording } from "@askonce/testkit/woocommerce";
import { describe, expect, test } from "vitest";
import { wooOrderSchema } from "../schemas/woo-order.ts";
import { gmtInstant, unixInstant, zonedInstant } from "./instants.ts";
import { safeLink, trackingLink } from "./link.ts";
import { plainText } from "./plain-text.ts";
import { siteClockOf } from "./site-clock.ts";

describe("times", () => {
  test.each([
    ["2026-11-21T17:17:05", "2026-11-21T17:17:05Z"],
    ["2026-11-21 17:17:05", "2026-11-21T17:17:05Z"],
    ["2026-11-21T17:17:05Z", "2026-11-21T17:17:05Z"],
    ["2026-11-21T19:17:05+02:00", "2026-11-21T17:17:05Z"],
    ["0000-00-00 00:00:00", null],
    ["soon", null],
    ["", null],
    [null, null],
  ])("gmt %s is %s", (text, instant) => expect(gmtInstant(text)).toBe(instant));

  test("without a zone a text is no instant", () => expect(zonedInstant("2026-11-21T17:17:05")).toBeNull());

  test.each([
    [1795282739, "2026-11-21T17:38:59Z"],
    ["1795282739", "2026-11-21T17:38:59Z"],
    [1795282739000, "2026-11-21T17:38:59Z"],
    [0, null],
    ["", null],
    ["tomorrow", null],
    [null, null],
    [-5, null],
    [Number.NaN, null],
    [1e300, null],
  ])("unix %s is %s", (value, instant) => expect(unixInstant(value)).toBe(instant));

  test("the site's own times are read with the offset of the nearest date, across the change to summer time", () => {
    const order = wooOrderSchema.parse({
      ...(wooCommerceRecording("order-guest") as object),
      date_created: "2026-03-27T12:00:00",
      date_created_gmt: "2026-03-27T10:00:00",
      date_modified: "2026-03-31T12:00:00",
      date_modified_gmt: "2026-03-31T09:00:00",
    });
    const clock = siteClockOf(order);
    expect(clock.read("2026-03-28 08:00:00")).toBe("2026-03-28T06:00:00Z");
    expect(clock.read("2026-03-31 08:00:00")).toBe("2026-03-31T05:00:00Z");
    expect(clock.read("2026-03-31T08:00:00Z")).toBe("2026-03-31T08:00:00Z");
    expect(clock.readFalseZ("2026-03-31T08:00:00Z")).toBe("2026-03-31T05:00:00Z");
  });

  test("without a pair of dates the site's time is not guessed", () => {
    const { date_created: _, ...rest } = wooCommerceRecording("order-guest") as Record<string, unknown>;
    const clock = siteClockOf(wooOrderSchema.parse({ ...rest, date_modified: null }));
    expect(clock.read("2026-03-31 08:00:00")).toBeNull();
  });
});

describe("texts", () => {
  test.each([
    ["50&rarr;49", "50→49"],
    ["Ion &amp; Ana &lt;3", "Ion & Ana <3"],
    ["&amp;lt;b&amp;gt;", "&lt;b&gt;"],
    ["<p>One</p><p>Two<br/>Three</p>", "One\nTwo\nThree"],
    ['<a href="https://x.example.test">AWB</a>', "AWB"],
    ["&#8364; &#x20AC; &euro; &unknown; &#0; &#xD800;", "€ € € &unknown; &#0; &#xD800;"],
    ["a < b and c > d", "a < b and c > d"],
  ])("%s", (html, text) => expect(plainText(html)).toBe(text));

  test.each(["<".repeat(200_000), "<a ".repeat(100_000), "&".repeat(200_000), `&#${"1".repeat(200_000)};`])(
    "a hostile text is read at once: %#",
    (text) => {
      const startedAt = performance.now();
      plainText(text);
      expect(performance.now() - startedAt).toBeLessThan(500);
    },
  );
});

describe("links", () => {
  test.each(["javascript:alert(1)", "data:text/html,x", "//x.example.test", "ftp://x.example.test", "not a link", "", null])(
    "%s is none",
    (text) => expect(safeLink(text)).toBeNull(),
  );

  test.each([
    ["https://t.example.test/?awb=%1$s", "https://t.example.test/?awb=A%261"],
    ["https://t.example.test/%s/x", "https://t.example.test/A%261/x"],
    ["https://t.example.test/{tracking_number}", "https://t.example.test/A%261"],
    ["https://t.example.test/A1", "https://t.example.test/A1"],
    ["javascript:alert('%1$s')", null],
  ])("%s is %s", (template, link) => expect(trackingLink(template, "A&1")).toBe(link));

  test("a number with signs of a replacement pattern stays a number", () => {
    expect(trackingLink("https://t.example.test/?n=%1$s", "$&$1")).toBe("https://t.example.test/?n=%24%26%241");
  });
});
