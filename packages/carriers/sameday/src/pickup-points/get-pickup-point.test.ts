import { describe, expect, it } from "vitest";
import { fixture, scriptedCourier } from "../../test-support/scripted-courier.ts";
import { sameday } from "../sameday.ts";

const account = { username: "demo", password: "correct horse", baseUrl: "https://sameday.example.test" };

async function get(id: string, answer: Parameters<typeof scriptedCourier>[0]) {
  const courier = scriptedCourier(answer);
  return { point: await sameday(account).pickupPoints?.get(id, courier.context), courier };
}

describe("pickupPoints", () => {
  it("finds a locker", async () => {
    const { point, courier } = await get("1001", ({ path }) => (path.endsWith("/lockers") ? fixture("lockers") : undefined));
    expect(point).toMatchObject({
      id: "1001",
      name: "easybox Demo",
      kind: "locker",
      address: "Str. Demo 1",
      city: "Cluj-Napoca",
      postcode: "400001",
      countryCode: "RO",
    });
    expect(point?.openingHours).toHaveLength(7);
    expect(point?.openingHours?.[0]).toEqual({ day: 1, opens: "00:00", closes: "23:59" });
    expect(courier.asked.at(-1)?.query.get("lockersList")).toBe("1001");
  });

  it("finds a staffed point, without hours where none are told", async () => {
    const { point } = await get("2001", ({ path }) => {
      if (path.endsWith("/ooh-locations"))
        return { pages: 1, data: [{ oohId: 2001, oohType: 1, name: "Point Demo", country: "Magyarország" }] };
      return path.endsWith("/lockers") ? { pages: 1, data: [] } : undefined;
    });
    expect(point).toEqual({
      id: "2001",
      name: "Point Demo",
      kind: "shop",
      address: "",
      city: "",
      postcode: null,
      countryCode: "HU",
      openingHours: null,
    });
  });

  it("reads the list to its end when the courier does not filter it", async () => {
    const { point } = await get("1001", ({ path, query }) => {
      if (!path.endsWith("/lockers")) return undefined;
      const page = Number(query.get("page"));
      return { pages: 3, data: [{ lockerId: page === 3 ? 1001 : page, name: `easybox ${page}` }] };
    });
    expect(point).toMatchObject({ name: "easybox 3" });
  });

  it("knows no others", async () => {
    expect((await get("9", () => undefined)).point).toBeNull();
    const { point, courier } = await get("1001&x=1", () => undefined);
    expect(point).toBeNull();
    expect(courier.asked).toEqual([]);
  });
});
