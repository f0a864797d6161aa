import { describe, expect, it } from "vitest";
import { endpoints, fillPath } from "../testing/endpoints.ts";
import { routeTemplate } from "./route-template.ts";

describe("the template of a path", () => {
  it("is that of the contract for every endpoint, and holds no id", () => {
    for (const { path } of endpoints) {
      expect(routeTemplate(fillPath(path, {}).replaceAll("none", "tkt_01jd5f"))).toBe(path);
      expect(routeTemplate(`${fillPath(path, {})}/`)).toBe(path);
    }
    expect(routeTemplate("/webhooks/corner-shop")).toBe("/webhooks/{adapterId}");
    expect(routeTemplate("/openapi.json")).toBe("/openapi.json");
  });

  it("is none for everything else, however much of it there is", () => {
    for (const path of ["", "/", "/nothing", "/tickets/a/b/c", "/webhooks/UPPER", "/webhooks/a/b", "/tickets//", "/TICKETS"])
      expect(routeTemplate(path), path).toBeNull();
  });
});
