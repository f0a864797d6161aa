import { answering, failureOf, testContext, webPage } from "@askonce/testkit/carrier";
import { serveRequestHandler } from "@askonce/testkit/server";
import { describe, expect, it } from "vitest";
import { brt } from "./brt.ts";
import { statusRows } from "./status-rows.ts";

const options = { userId: "1020117", password: "canary-password" };
const number = "066061619930123";

type Event = [id: string | null, description: string, date: string, hour: string, branch?: string];

const eventsOf = (events: readonly Event[]) =>
  events.map(([id, descrizione, data, ora, filiale = "CREMONA"]) => ({ evento: { data, ora, id, descrizione, filiale } }));

/** Events newest first, as BRT lists them. */
const answer = (events: readonly Event[], delivery: object = {}, more: object = {}) =>
  Response.json({
    ttParcelIdResponse: {
      executionMessage: { code: 0, severity: "INFO", codeDesc: "", message: "" },
      bolla: {
        dati_spedizione: { spedizione_id: "066061619930", stato_sped_parte1: "", descrizione_stato_sped_parte1: "" },
        dati_consegna: { data_teorica_consegna: "", ora_teorica_consegna_da: "", firmatario_consegna: "canary-name", ...delivery },
      },
      lista_eventi: [...eventsOf(events), { evento: { data: "", ora: "", id: "", descrizione: "", filiale: "" } }],
      ...more,
    },
  });

const message = (code: number, severity = "ERROR") =>
  Response.json({ ttParcelIdResponse: { executionMessage: { code, severity, message: "canary" } } });

const track = (response: () => Response) => brt(options).track(number, testContext(answering(response).fetch));

describe("track", () => {
  it("asks with the headers of the account, and reads the events as Rome's time", async () => {
    const courier = answering(() =>
      answer([
        ["MIC", "IN CONSEGNA", "20.11.2026", "08.14"],
        ["702", "PARTITA", "19.11.2026", "21.00", "CASTROVILLARI"],
        ["700", "DATI SPEDIZ. TRASMESSI A BRT", "19.11.2026", "10.00", ""],
      ]),
    );
    const tracked = await brt(options).track("066 061619930 123", testContext(courier.fetch));
    const [request] = courier.asked;
    expect(request?.url.href).toBe(`https://api.brt.it/rest/v1/tracking/parcelID/${number}`);
    expect(request?.headers.get("userid")).toBe(options.userId);
    expect(request?.headers.get("password")).toBe(options.password);
    expect(tracked).toMatchObject({
      trackingNumber: number,
      status: "out_for_delivery",
      rawStatus: "MIC",
      deliveredAt: null,
      estimates: [],
      unknownCodes: [],
    });
    expect(tracked?.checkpoints.map(({ at, status, city, text }) => [at, status, city, text])).toEqual([
      ["2026-11-20T07:14:00Z", "out_for_delivery", "CREMONA", "IN CONSEGNA"],
      ["2026-11-19T20:00:00Z", "in_transit", "CASTROVILLARI", "PARTITA"],
      ["2026-11-19T09:00:00Z", "label_created", null, "DATI SPEDIZ. TRASMESSI A BRT"],
    ]);
    expect(JSON.stringify(tracked)).not.toContain("canary");
  });

  it.each<[title: string, delivery: object, expected: object]>([
    [
      "a day with hours",
      { data_teorica_consegna: "23.11.2026", ora_teorica_consegna_da: "09.00", ora_teorica_consegna_a: "13.00" },
      {
        date: "2026-11-23",
        from: "2026-11-23T08:00:00Z",
        until: "2026-11-23T12:00:00Z",
        original: "23.11.2026 09.00 13.00",
        assumed: ["zone"],
      },
    ],
    ["a day", { data_teorica_consegna: "3.11.2026" }, { date: "2026-11-03", from: null, until: null, original: "3.11.2026" }],
    [
      "a day with empty hours",
      { data_teorica_consegna: "23.11.2026", ora_teorica_consegna_da: "00.00", ora_teorica_consegna_a: "00.00" },
      { date: "2026-11-23", from: null, until: null },
    ],
  ])("gives the booked window: %s", async (_title, delivery, expected) => {
    const tracked = await track(() => answer([["703", "ARRIVATA IN FILIALE", "20.11.2026", "08.14"]], delivery));
    expect(tracked?.estimates).toHaveLength(1);
    expect(tracked?.estimates[0]).toMatchObject({ kind: "booked", statedAt: null, ...expected });
  });

  it("gives no window for a day that is none", async () => {
    for (const day of ["", "0", "00.00.0000", "31.02.2026", null]) {
      expect((await track(() => answer([], { data_teorica_consegna: day })))?.estimates).toEqual([]);
    }
  });

  it.each<[title: string, codes: [id: string | null, description: string][], expected: object]>([
    [
      "delivered",
      [
        ["704", "CONSEGNATA"],
        ["MIC", "IN CONSEGNA"],
      ],
      { status: "delivered", deliveredAt: "2026-11-20T11:00:00Z" },
    ],
    ["nobody there", [["AVV", "Destin.Assente:LASCIATO AVVISO"]], { status: "delivery_attempted", exceptions: ["recipient_absent"] }],
    ["BRT's own word for damage", [["710", "PREAVVISO DI DANNO"]], { status: "on_hold", exceptions: ["damaged"] }],
    ["refused because of damage", [["007", "RIFIUTO PER COLLO DANNEGGIATO"]], { status: "on_hold", exceptions: ["refused", "damaged"] }],
    ["at the pick-up point", [["722", "ARRIVATA AL BRT-fermopoint"]], { status: "ready_for_pickup", exceptions: ["locker_ready"] }],
    [
      "back at the sender",
      [
        ["708", "RESO AL MITTENTE"],
        ["051", "RIFIUTATA DAL DESTINATARIO"],
      ],
      { status: "returned", leg: "return", deliveredAt: null },
    ],
    [
      "delivered after it went back",
      [
        ["704", "CONSEGNATA"],
        ["708", "RESO AL MITTENTE"],
      ],
      { status: "returned", leg: "return" },
    ],
    ["words without an id", [[null, "IN CONSEGNA"]], { status: "out_for_delivery", rawStatus: "IN CONSEGNA", unknownCodes: [] }],
    ["English words under an id nobody knows", [["X99", "ARRIVED AT DEPOT"]], { status: "in_transit", rawStatus: "X99", unknownCodes: [] }],
    [
      "an id nobody knows",
      [
        ["X99", "PAROLE NUOVE"],
        ["MIC", "IN CONSEGNA"],
      ],
      { status: "out_for_delivery", rawStatus: "MIC", unknownCodes: ["event:X99"] },
    ],
    [
      "words nobody knows",
      [[null, "PAROLE NUOVE"]],
      { status: "unknown", rawStatus: "PAROLE NUOVE", unknownCodes: ["description:PAROLE NUOVE"] },
    ],
  ])("%s", async (_title, codes, expected) => {
    const events = codes.map(([id, words], index): Event => [id, words, "20.11.2026", `${12 - index}.00`]);
    expect(await track(() => answer(events))).toMatchObject(expected);
  });

  it("keeps BRT's order on a day without times", async () => {
    const tracked = await track(() =>
      answer([
        ["704", "CONSEGNATA", "20.11.2026", "12.04"],
        ["MIC", "IN CONSEGNA", "20.11.2026", ""],
      ]),
    );
    expect(tracked).toMatchObject({ status: "delivered", deliveredAt: "2026-11-20T11:04:00Z" });
    expect(tracked?.checkpoints[1]).toMatchObject({ at: "2026-11-20T11:04:00Z", assumed: ["zone", "time_of_day"] });
  });

  it("keeps the ids of its events when they are told again, in other words or with newer ones", async () => {
    const first = await track(() => answer([["702", "PARTITA", "19.11.2026", "21.00", "CASTROVILLARI"]]));
    const again = await track(() =>
      answer([
        ["MIC", "IN CONSEGNA", "20.11.2026", "08.14"],
        ["702", "PARTITA DA FILIALE", "19.11.2026", "21.00", ""],
      ]),
    );
    expect(again?.checkpoints.map(({ id }) => id).slice(1)).toEqual(first?.checkpoints.map(({ id }) => id));
    expect(new Set(again?.checkpoints.map(({ id }) => id)).size).toBe(2);
  });

  it("takes the shipment's day of delivery when no event says it", async () => {
    const delivery = { data_consegna_merce: "20.11.2026", ora_consegna_merce: "12.04" };
    const tracked = await track(() => answer([["MIC", "IN CONSEGNA", "20.11.2026", "08.00"]], delivery));
    expect(tracked).toMatchObject({ status: "delivered", deliveredAt: "2026-11-20T11:04:00Z" });
    const back = await track(() => answer([["708", "RESO AL MITTENTE", "20.11.2026", "08.00"]], delivery));
    expect(back).toMatchObject({ status: "returned", deliveredAt: null });
    const today = await track(() => answer([["MIC", "IN CONSEGNA", "21.11.2026", "08.00"]], { data_consegna_merce: "21.11.2026" }));
    expect(today).toMatchObject({ status: "delivered", deliveredAt: "2026-11-21T18:00:00Z" });
  });

  it("reads the shipment's own words when there are no events, and one event without its list", async () => {
    const words = (text: string) => () =>
      Response.json({ ttParcelIdResponse: { executionMessage: { code: 0 }, bolla: { dati_spedizione: { stato_sped_parte1: text } } } });
    expect(await track(words("IN CONSEGNA"))).toMatchObject({ status: "out_for_delivery", rawStatus: "IN CONSEGNA", checkpoints: [] });
    expect(await track(words("PAROLE NUOVE"))).toMatchObject({ status: "unknown", checkpoints: [] });
    const [single] = eventsOf([["704", "CONSEGNATA", "20.11.2026", "12.04"]]);
    expect(await track(() => answer([], {}, { lista_eventi: single }))).toMatchObject({ status: "delivered" });
    const inside = { bolla: { lista_eventi: [single] }, lista_eventi: undefined };
    expect(await track(() => answer([], {}, inside))).toMatchObject({ status: "delivered" });
  });

  it("reads on beside a warning", async () => {
    const warned = { executionMessage: { code: 4, severity: "WARNING" } };
    expect(await track(() => answer([["704", "CONSEGNATA", "20.11.2026", "12.04"]], {}, warned))).toMatchObject({ status: "delivered" });
  });

  it.each([
    ["BRT's code", () => message(-11)],
    ["the same code beside the answer", () => Response.json({ executionMessage: { code: -11 }, ttParcelIdResponse: null })],
    ["status 404", () => Response.json({}, { status: 404 })],
  ])("is null for %s", async (_title, response) => {
    expect(await track(response)).toBeNull();
  });

  it("does not ask for what cannot be a number", async () => {
    const courier = answering(webPage);
    for (const text of ["", "12", "../../login", "1234567?x=1"])
      expect(await brt(options).track(text, testContext(courier.fetch))).toBeNull();
    expect(courier.asked).toEqual([]);
  });
});

describe("failures", () => {
  it.each([
    ["a failed sign-in with status 200", () => message(-7), "ADAPTER_UNAUTHORIZED"],
    ["a sign-in without its parts", () => message(-57), "ADAPTER_UNAUTHORIZED"],
    ["no database at BRT", () => message(-3), "ADAPTER_UNAVAILABLE"],
    ["another code", () => message(-5), "ADAPTER_REJECTED"],
    ["a positive code without a shipment", () => message(9, "WARNING"), "ADAPTER_REJECTED"],
    [
      "a positive code that is called an error",
      () => answer([], {}, { executionMessage: { code: 9, severity: "ERROR" } }),
      "ADAPTER_REJECTED",
    ],
    ["status 401", () => Response.json({}, { status: 401 }), "ADAPTER_UNAUTHORIZED"],
    ["a web page", webPage, "ADAPTER_UNAVAILABLE"],
    ["another shape", () => Response.json({ ttParcelIdResponse: "canary" }), "ADAPTER_BAD_RESPONSE"],
    ["nothing inside", () => Response.json({ other: true }), "ADAPTER_BAD_RESPONSE"],
  ])("%s", async (_title, response, code) => {
    const error = await failureOf(track(response));
    expect(error.code).toBe(code);
    expect(JSON.stringify([error.message, error.details])).not.toContain("canary");
  });

  it("check tells a wrong password from an interface that is down", async () => {
    const check = (response: () => Response) => brt(options).check(testContext(answering(response).fetch));
    expect(await check(() => message(-11))).toMatchObject({ ok: true, checks: [{ id: "credentials", state: "ok" }] });
    expect(await check(() => message(-7))).toMatchObject({ ok: false, checks: [{ remedy: expect.stringContaining("password") }] });
    expect(await check(() => message(-3))).toMatchObject({ ok: false, checks: [{ remedy: expect.stringContaining("Try again") }] });
  });

  it("works over the network", async () => {
    const server = await serveRequestHandler(async () => answer([["704", "CONSEGNATA", "20.11.2026", "12.04"]]));
    try {
      const tracked = await brt({ ...options, baseUrl: server.url }).track(number, testContext(globalThis.fetch));
      expect(tracked?.status).toBe("delivered");
    } finally {
      await server.close();
    }
  });
});

describe("brt", () => {
  it("refuses options that it does not know or that are wrong, without their values", () => {
    expect(() => brt({ ...options, user: "x" } as never)).toThrow(/unrecognized_keys \(user\)/);
    expect(() => brt({ ...options, userId: "canary canary" })).toThrow(/^(?!.*canary).*userId/);
  });

  it("recognizes little more than digits", () => {
    const { detect } = brt(options);
    for (const text of [number, "066061619930"]) expect(detect?.(text)).toBe(0.3);
    for (const other of ["0039061234567", "00390612345678", "+39 06 123 4567", "buyer@example.test", "1042"])
      expect(detect?.(other)).toBe(0);
  });

  it("marks what is unproven, and says delivered for few codes", () => {
    const events = statusRows.filter(({ space }) => space === "event");
    expect(events).toHaveLength(92);
    expect(events.filter(({ evidence }) => evidence === "C2")).toHaveLength(18);
    expect(events.filter(({ status }) => status === "delivered").map(({ code }) => code)).toEqual(["704", "724"]);
  });
});
