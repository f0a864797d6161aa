import { answering, failureOf, testContext, webPage } from "@askonce/testkit/carrier";
import { serveRequestHandler } from "@askonce/testkit/server";
import { describe, expect, it } from "vitest";
import { glsItaly } from "./gls-italy.ts";

const options = { branch: "BZ", contractCode: "2557" };
const number = "BZ620873098";

type Group = [date: string, time: string, place: string, state: string, code: string, note?: string];

const fields = (groups: readonly Group[]): string =>
  groups
    .map(
      ([date, time, place, state, code, note = ""]) =>
        `<Data><![CDATA[${date}]]></Data><Ora><![CDATA[${time}]]></Ora><Luogo><![CDATA[${place}]]></Luogo>` +
        `<Stato><![CDATA[${state}]]></Stato><Note><![CDATA[${note}]]></Note><Codice><![CDATA[${code}]]></Codice>`,
    )
    .join("");

const list = (groups: readonly Group[], more = ""): string =>
  `<?xml version="1.0" encoding="ISO-8859-1"?>\n<ELENCO><SPEDIZIONE><NumSped><![CDATA[620873098]]></NumSped>` +
  `<TRACKING>${fields(groups)}</TRACKING>${more}</SPEDIZIONE></ELENCO>`;

const xml = (text: string): Response => new Response(text, { headers: { "content-type": "text/xml" } });

const track = (text: string, tracking = number) => glsItaly(options).track(tracking, testContext(answering(() => xml(text)).fetch));

describe("track", () => {
  it("asks with branch and contract, and reads the flat groups as Rome's time", async () => {
    const courier = answering(() =>
      xml(
        list([
          ["18/11/26", "10:30", "BOLZANO", "PARTITA", "902"],
          ["19/11/26", "14.30", "MILANO", "IN CONSEGNA", "905"],
        ]),
      ),
    );
    const tracked = await glsItaly(options).track("bz 620873098", testContext(courier.fetch));
    expect(courier.asked[0]?.url.href).toBe(
      "https://infoweb.gls-italy.com/XML/get_xml_track.php?locpartenza=BZ&NumSped=620873098&CodCli=2557",
    );
    expect(tracked).toMatchObject({
      trackingNumber: number,
      status: "out_for_delivery",
      rawStatus: "905",
      unknownCodes: [],
      returnTrackingNumber: null,
    });
    expect(tracked?.checkpoints.map(({ at, status, city, text, assumed }) => [at, status, city, text, assumed])).toEqual([
      ["2026-11-19T13:30:00Z", "out_for_delivery", "MILANO", "IN CONSEGNA", ["zone"]],
      ["2026-11-18T09:30:00Z", "in_transit", "BOLZANO", "PARTITA", ["zone"]],
    ]);
  });

  it("takes a number without a branch for its own, and asks another branch for one of a way back", async () => {
    const courier = answering(() => xml(list([["18/11/26", "10:30", "BOLZANO", "PARTITA", "902"]])));
    const adapter = glsItaly(options);
    await adapter.track("620873098", testContext(courier.fetch));
    await adapter.track("VE123456789", testContext(courier.fetch));
    expect(courier.asked.map(({ url }) => url.search)).toEqual([
      "?locpartenza=BZ&NumSped=620873098&CodCli=2557",
      "?locpartenza=VE&NumSped=123456789&sedecon=BZ&CodCli=2557",
    ]);
  });

  it("keeps the order of events without a time on one day, and puts none into the future", async () => {
    const tracked = await track(
      list([
        ["20/11/26", "", "MILANO", "IN CONSEGNA", "905"],
        ["20/11/26", "14.30", "MILANO", "CONSEGNATA", "906"],
      ]),
    );
    expect(tracked).toMatchObject({ status: "delivered", deliveredAt: "2026-11-20T13:30:00Z" });
    expect(tracked?.checkpoints[1]).toMatchObject({
      rawStatus: "905",
      at: "2026-11-20T13:30:00Z",
      assumed: ["zone", "time_of_day"],
      atOriginal: "20/11/26",
    });
    const today = await track(list([["21/11/26", "", "MILANO", "IN CONSEGNA", "905"]]));
    expect(today).toMatchObject({ status: "out_for_delivery", statusAt: "2026-11-21T18:00:00Z" });
    const yesterday = await track(list([["20/11/26", "nope", "MILANO", "IN CONSEGNA", "905"]]));
    expect(yesterday?.statusAt).toBe("2026-11-20T22:59:59Z");
  });

  it("sees in the note that it goes back, and under which number", async () => {
    const tracked = await track(
      list([
        ["18/11/26", "10:30", "MILANO", "RIFIUTATA", "4"],
        ["19/11/26", "10:30", "MILANO", "IN SEDE", "904", "Resa con spedizione: VE123456789"],
      ]),
    );
    expect(tracked).toMatchObject({ status: "returning", leg: "return", returnTrackingNumber: "VE123456789" });
    expect(tracked?.exceptions).toContain("returned_to_sender");
  });

  it("takes what is delivered on the way back for returned", async () => {
    const back: Group[] = [
      ["19/11/26", "09:00", "MILANO", "PARTITA", "902"],
      ["20/11/26", "11:00", "BOLZANO", "CONSEGNATA", "906"],
    ];
    const more = `<SPEDIZIONEDIRIENTRO><SedePartenza>MI</SedePartenza><NumSped>123456789</NumSped><TRACKING>${fields(back)}</TRACKING></SPEDIZIONEDIRIENTRO>`;
    const tracked = await track(list([["18/11/26", "10:30", "MILANO", "RIFIUTATA", "4"]], more));
    expect(tracked).toMatchObject({ status: "returned", leg: "return", deliveredAt: null, returnTrackingNumber: "MI123456789" });
    expect(tracked?.checkpoints.map(({ status }) => status)).toEqual(["returned", "returning", "on_hold"]);
  });

  it("reads the words of the way abroad, which has no codes", async () => {
    const abroad =
      "<ColloInternazionale><TRACKINGINT><Data>20/11/26</Data><Ora>12:00</Ora><Luogo>Wien</Luogo><Stato>Consegnata</Stato></TRACKINGINT></ColloInternazionale>";
    const tracked = await track(list([["18/11/26", "10:30", "BOLZANO", "PARTITA", "902"]], abroad));
    expect(tracked).toMatchObject({ status: "delivered", rawStatus: "Consegnata", unknownCodes: [] });
  });

  it("keeps a code that it does not know, and gives out no note", async () => {
    const tracked = await track(
      list([
        ["18/11/26", "10:30", "MILANO", "IN CONSEGNA", "905"],
        ["19/11/26", "10:30", "MILANO", "NUOVO STATO", "555", "canary-name"],
      ]),
    );
    expect(tracked).toMatchObject({ status: "out_for_delivery", unknownCodes: ["Codice:555"] });
    expect(JSON.stringify(tracked)).not.toContain("canary-name");
  });

  it("reads ISO-8859-1 bytes", async () => {
    const bytes = Uint8Array.from(list([["18/11/26", "10:30", "FORLÌ", "Località", "904"]]), (character) => character.charCodeAt(0));
    const courier = answering(() => new Response(bytes, { headers: { "content-type": "text/xml" } }));
    const tracked = await glsItaly(options).track(number, testContext(courier.fetch));
    expect(tracked?.checkpoints[0]).toMatchObject({ city: "FORLÌ", text: "Località" });
  });

  it("knows a shipment that was not seen yet", async () => {
    expect(await track(list([]))).toMatchObject({ status: "label_created", checkpoints: [] });
  });

  it.each([
    "<ELENCO><TESTOERRORE> Nessuna spedizione trovata </TESTOERRORE></ELENCO>",
    "<ERRORE><TESTOERRORE>Spedizione non trovata</TESTOERRORE></ERRORE>",
    "<ELENCO></ELENCO>",
  ])("is null for %s", async (text) => {
    expect(await track(text)).toBeNull();
  });

  it("does not ask for what cannot be a number", async () => {
    const courier = answering(webPage);
    for (const text of ["", "BZ", "BZ12&x=1", "1234567890123"]) {
      expect(await glsItaly(options).track(text, testContext(courier.fetch))).toBeNull();
    }
    expect(courier.asked).toEqual([]);
  });
});

describe("failures", () => {
  it.each([
    ["a web page", webPage, "ADAPTER_UNAVAILABLE"],
    ["nothing", () => xml(""), "ADAPTER_UNAVAILABLE"],
    ["half a list", () => xml(list([["18/11/26", "10:30", "MILANO", "IN CONSEGNA", "905"]]).slice(0, 200)), "ADAPTER_UNAVAILABLE"],
    ["another error", () => xml("<ELENCO><TESTOERRORE>Contratto canary errato</TESTOERRORE></ELENCO>"), "ADAPTER_REJECTED"],
    ["an error of the server", () => Response.json({}, { status: 500 }), "ADAPTER_UNAVAILABLE"],
  ])("%s", async (_title, answer, code) => {
    const error = await failureOf(glsItaly(options).track(number, testContext(answering(answer).fetch)));
    expect(error.code).toBe(code);
    expect(JSON.stringify([error.message, error.details])).not.toContain("canary");
  });

  it("check says that only the first parcel proves the contract", async () => {
    const check = (answer: () => Response) => glsItaly(options).check(testContext(answering(answer).fetch));
    expect(await check(() => xml("<ELENCO/>"))).toMatchObject({ ok: true, checks: [{ detail: expect.stringContaining("first parcel") }] });
    expect(await check(() => xml("<ELENCO><TESTOERRORE>Contratto errato</TESTOERRORE></ELENCO>"))).toMatchObject({
      ok: false,
      checks: [{ remedy: expect.stringContaining("contractCode") }],
    });
  });

  it("works over the network", async () => {
    const server = await serveRequestHandler(async () => xml(list([["18/11/26", "10:30", "MILANO", "CONSEGNATA", "906"]])));
    try {
      const tracked = await glsItaly({ ...options, baseUrl: server.url }).track(number, testContext(globalThis.fetch));
      expect(tracked?.status).toBe("delivered");
    } finally {
      await server.close();
    }
  });
});

describe("glsItaly", () => {
  it("refuses options that it does not know, and recognizes the shape of a number with its branch", () => {
    expect(() => glsItaly({ ...options, password: "x" } as never)).toThrow(/unrecognized_keys \(password\)/);
    const { detect } = glsItaly(options);
    expect(detect?.(number)).toBe(0.3);
    for (const other of ["620873098", "+39 06 123 4567", "buyer@example.test", "IT12345678901"]) expect(detect?.(other)).toBe(0);
  });
});
