import { describe, expect, it } from "vitest";
import { safeImage, safeLink } from "./safe-url.ts";

describe("safeLink", () => {
  it("opens the web and nothing else", () => {
    expect(safeLink("https://shop.example/o?id=1")).toBe("https://shop.example/o?id=1");
    expect(safeLink("http://shop.example")).toBe("http://shop.example/");
    for (const bad of [
      "javascript:alert(1)",
      " JavaScript:alert(1)",
      "java\nscript:alert(1)",
      "data:text/html,<script>alert(1)</script>",
      "vbscript:x",
      "file:///etc/passwd",
      "blob:https://shop.example/1",
      "//shop.example",
      "shop.example",
      "https://bank.example@evil.example/",
      "",
      null,
    ]) {
      expect(safeLink(bad), String(bad)).toBeNull();
    }
  });
});

describe("safeImage", () => {
  it("shows web pictures and embedded bitmaps, not embedded documents", () => {
    expect(safeImage("data:image/png;base64,iVBORw0KGgo=")).toBe("data:image/png;base64,iVBORw0KGgo=");
    expect(safeImage("https://cdn.example/a.jpg")).toBe("https://cdn.example/a.jpg");
    expect(safeImage("data:image/svg+xml;base64,PHN2Zz4=")).toBeNull();
    expect(safeImage("data:text/html;base64,PHN2Zz4=")).toBeNull();
    expect(safeImage("javascript:alert(1)")).toBeNull();
  });
});
