import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { ask, testWorld } from "./__fixtures__/test-world.ts";
import { createFakeAftership } from "./aftership/fake-aftership.ts";
import { createFakeBrt } from "./brt/fake-brt.ts";
import { createFakeEasypost } from "./easypost/fake-easypost.ts";
import { createFakeFanCourier } from "./fancourier/fake-fancourier.ts";
import { createFakeGls } from "./gls/fake-gls.ts";
import { createFakeSeventeentrack } from "./seventeentrack/fake-seventeentrack.ts";

const jsonPost = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json", ...headers },
  body: JSON.stringify(body),
});

describe("the fake FAN Courier", () => {
  it("signs in, and gives the events of the numbers it knows in Bucharest's time without a zone", async () => {
    const { world, add } = testWorld();
    add("2000000000001", "returned_refused", 27);
    const fake = createFakeFanCourier({ world });
    const path = `/reports/awb/tracking?clientId=${fake.clientId}&awb[]=2000000000001&awb[]=2000000000002`;
    expect((await ask(fake, path)).status).toBe(401);
    const { body } = await ask(fake, "/login", jsonPost({ username: fake.username, password: fake.password }));
    expect(body).toMatchObject({ status: "success", data: { expiresAt: "2026-11-22 11:00:00" } });
    const { token } = (body as { data: { token: string } }).data;
    const tracked = await ask(fake, path, { headers: { authorization: `Bearer ${token}` } });
    const [parcel] = (tracked.body as { data: { events: { id: string; date: string }[]; returnAwbNumber: string }[] }).data;
    expect(parcel?.events.map((event) => event.id)).toEqual(["C0", "H0", "H1", "S1", "S6", "S43"]);
    expect(parcel?.events[0]?.date).toBe("2026-11-20 09:00");
    expect(parcel?.returnAwbNumber).toBe("9000000000001");
    expect((tracked.body as { data: unknown[] }).data).toHaveLength(1);
    expect(fake.countFor("2000000000002")).toBe(1);
    expect((await ask(fake, "/login", jsonPost({ username: fake.username, password: "wrong" }))).status).toBe(401);
    expect(fake.silentKinds).toContain("damaged");
  });
});

describe("the fake BRT", () => {
  it("answers with status 200 whatever happens, and gives the window it promised", async () => {
    const { world, add } = testWorld("IT");
    add("100000000000001", "on_time", 40);
    const fake = createFakeBrt({ world });
    const headers = { userID: fake.userId, password: fake.password };
    const path = "/rest/v1/tracking/parcelID/100000000000001";
    expect(await ask(fake, path, { headers })).toMatchObject({
      status: 200,
      body: {
        ttParcelIdResponse: {
          executionMessage: { code: 0 },
          bolla: {
            dati_consegna: { data_teorica_consegna: "20.11.2026", ora_teorica_consegna_da: "09.00", ora_teorica_consegna_a: "18.00" },
          },
          lista_eventi: [
            { evento: { descrizione: "CONSEGNATA", data: "20.11.2026", ora: expect.stringMatching(/^\d\d\.\d\d$/) } },
            {},
            {},
            {},
            {},
            {},
          ],
        },
      },
    });
    const code = async (asked: string, given: Record<string, string>) => {
      const { status, body } = await ask(fake, asked, { headers: given });
      return [status, (body as { ttParcelIdResponse: { executionMessage: { code: number } } }).ttParcelIdResponse.executionMessage.code];
    };
    expect(await code(path, { ...headers, password: "wrong" })).toEqual([200, -7]);
    expect(await code("/rest/v1/tracking/parcelID/1", headers)).toEqual([200, -11]);
  });
});

describe("the fake MyGLS", () => {
  it("takes the bytes of the hashed password, and hands a return back with the code of a delivery", async () => {
    const { world, add } = testWorld();
    add("50000000001", "returned_refused", 100);
    const fake = createFakeGls({ world });
    const path = "/ParcelService.svc/json/GetParcelStatuses";
    const asking = (Password: unknown, ParcelNumber = 50000000001) => jsonPost({ Username: fake.username, Password, ParcelNumber });
    const hashed = [...createHash("sha512").update(fake.password).digest()];
    const { body } = await ask(fake, path, asking(hashed));
    const { ParcelStatusList } = body as { ParcelStatusList: { StatusCode: string; StatusDate: string }[] };
    expect(ParcelStatusList.map((scan) => scan.StatusCode)).toEqual(["5", "23", "90", "17", "4", "2", "3", "1", "51"]);
    const [, ms = ""] = /^\/Date\((\d+)\+0200\)\/$/.exec(ParcelStatusList[0]?.StatusDate ?? "") ?? [];
    expect(new Date(Number(ms)).toISOString()).toBe(world.latest("50000000001")?.at);
    expect((await ask(fake, path, asking(hashed, 5))).body).toMatchObject({ ParcelStatusList: [], GetParcelStatusErrors: [] });
    expect((await ask(fake, path, asking(fake.password))).status).toBe(401);
  });
});

describe("the fake AfterShip", () => {
  const headers = { "as-api-key": "asat_demo_key" };
  const path = "/tracking/2026-07/trackings";

  it("knows a number once it has a tracking, and makes one only once", async () => {
    const { world, add } = testWorld();
    add("AFT1", "damaged", 20.6);
    const fake = createFakeAftership({ world });
    const list = async () => (await ask(fake, `${path}?tracking_numbers=AFT1`, { headers })).body;
    expect(await list()).toMatchObject({ meta: { code: 200 }, data: { trackings: [] } });
    expect((await ask(fake, path, jsonPost({ tracking_number: "AFT1" }, headers))).status).toBe(201);
    expect(await ask(fake, path, jsonPost({ tracking_number: "AFT1" }, headers))).toMatchObject({
      status: 400,
      body: { meta: { code: 4003 } },
    });
    const { data } = (await list()) as {
      data: { trackings: { id: string; subtag: string; checkpoints: { checkpoint_time: string }[] }[] };
    };
    expect(data.trackings[0]?.subtag).toBe("Exception_012");
    expect(data.trackings[0]?.checkpoints[0]?.checkpoint_time).toMatch(/\+02:00$/);
    expect((await ask(fake, `${path}/${data.trackings[0]?.id}`, { headers })).body).toMatchObject({ data: { tag: "Exception" } });
    expect((await ask(fake, path)).status).toBe(401);
    expect((await ask(fake, path, jsonPost({ tracking_number: "AFT2" }, headers))).body).toMatchObject({
      data: { tag: "Pending", checkpoints: [] },
    });
  });

  it("leaves the offset out when it is told to", async () => {
    const { world, add } = testWorld();
    add("AFT1", "on_time", 1);
    const fake = createFakeAftership({ world, hasOffsets: false });
    const { body } = await ask(fake, path, jsonPost({ tracking_number: "AFT1" }, headers));
    expect((body as { data: { checkpoints: unknown[] } }).data.checkpoints.at(-1)).toMatchObject({
      checkpoint_time: "2026-11-21T11:00:00",
    });
  });
});

describe("the fake EasyPost", () => {
  it("makes a tracker once, lists it, and signs with the decomposed secret", async () => {
    const { world, add } = testWorld();
    add("EZP1", "lost", 300);
    const fake = createFakeEasypost({ world });
    const headers = { authorization: `Basic ${Buffer.from(`${fake.apiKey}:`).toString("base64")}` };
    const made = await ask(fake, "/v2/trackers", jsonPost({ tracker: { tracking_code: "EZP1" } }, headers));
    expect(made).toMatchObject({ status: 201, body: { status: "failure", status_detail: "lost", is_return: false } });
    await ask(fake, "/v2/trackers", jsonPost({ tracker: { tracking_code: "EZP1" } }, headers));
    const { body } = await ask(fake, "/v2/trackers?tracking_code=EZP1", { headers });
    expect((body as { trackers: unknown[] }).trackers).toEqual([made.body]);
    expect((await ask(fake, "/v2/trackers")).status).toBe(401);
    const bytes = fake.webhookBody("EZP1");
    expect(fake.webhookBody("EZP1")).toEqual(bytes);
    const composed = fake.signWebhook(bytes, "d\u00e9mo").headers.get("x-hmac-signature");
    expect(composed).toMatch(/^hmac-sha256-hex=[0-9a-f]{64}$/);
    expect(fake.signWebhook(bytes, "de\u0301mo").headers.get("x-hmac-signature")).toBe(composed);
    expect(fake.signWebhook(bytes, null).headers.has("x-hmac-signature")).toBe(false);
  });
});

describe("the fake 17TRACK", () => {
  it("tells unregistered, unknown and known numbers apart, forty at once at most", async () => {
    const { world, add } = testWorld();
    add("STR1", "customs_hold", 30);
    const fake = createFakeSeventeentrack({ world });
    const post = async (name: string, numbers: string[]) => {
      const { body } = await ask(
        fake,
        `/track/v2.2/${name}`,
        jsonPost(
          numbers.map((number) => ({ number })),
          { "17token": fake.apiKey },
        ),
      );
      return body as {
        code: number;
        data: { accepted: { track_info: unknown }[]; rejected: { number: string; error: { code: number } }[] };
      };
    };
    expect((await post("gettrackinfo", ["STR1"])).data.rejected[0]?.error.code).toBe(-18019902);
    expect((await post("register", ["STR1", "STR2"])).data.accepted).toHaveLength(2);
    expect((await post("register", ["STR1"])).data.rejected[0]?.error.code).toBe(-18019901);
    const { data } = await post("gettrackinfo", ["STR1", "STR2"]);
    expect(data.rejected).toMatchObject([{ number: "STR2", error: { code: -18019909 } }]);
    expect(data.accepted[0]?.track_info).toMatchObject({
      latest_status: { status: "InTransit", sub_status: "InTransit_CustomsRequiringInformation" },
      time_metrics: { estimated_delivery_date: { to: "2026-11-21T18:00:00+02:00" } },
    });
    expect(
      (
        await post(
          "gettrackinfo",
          Array.from({ length: 41 }, (_, index) => `N${index}`),
        )
      ).code,
    ).not.toBe(0);
    expect((await ask(fake, "/track/v2.2/gettrackinfo", jsonPost([]))).status).toBe(401);
    const body = fake.webhookBody("STR1");
    const expected = createHash("sha256")
      .update(`${new TextDecoder().decode(body)}/${fake.apiKey}`)
      .digest("hex");
    expect(fake.signWebhook(body).headers.get("sign")).toBe(expected);
  });
});
