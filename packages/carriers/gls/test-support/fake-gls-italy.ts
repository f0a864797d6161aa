import type { CourierEvent, CourierEventKind, CourierWorld } from "@askonce/testkit/courier";

/** The code and the words of an event; those of the way back have a shipment of their own, but for its beginning. */
const words: Partial<Record<CourierEventKind, readonly [code: string, state: string]>> = {
  registered: ["901", "REGISTRATA"],
  picked_up: ["902", "PARTITA"],
  at_hub: ["904", "IN SEDE"],
  left_hub: ["903", "IN TRANSITO"],
  out_for_delivery: ["905", "IN CONSEGNA"],
  attempt_failed: ["1", "DESTINATARIO ASSENTE"],
  refused: ["4", "RIFIUTATA"],
  held: ["908", "IN GIACENZA"],
  redirected: ["14", "CONSEGNA CONCORDATA"],
  ready_for_pickup: ["907", "FERMO DEPOSITO"],
  delivered: ["906", "CONSEGNATA"],
  collected: ["906", "CONSEGNATA"],
  return_started: ["904", "IN SEDE"],
  return_in_transit: ["903", "IN TRANSITO"],
  returned: ["906", "CONSEGNATA"],
  unheard_of: ["555", "STATO NUOVO"],
};

const onWayBack: ReadonlySet<CourierEventKind> = new Set(["return_in_transit", "returned"]);

const allKinds: readonly CourierEventKind[] = ["border", "customs_hold", "damaged", "lost", "pickup_expired"];

/** Kinds of events that GLS Italy has no code for, as far as it is known. */
export const silentKinds = allKinds.filter((kind) => words[kind] === undefined);

/** GLS Italy's list over a world, oldest first, in ISO-8859-1. */
export function fakeGlsItaly(world: CourierWorld, contractCode: string): (request: Request) => Promise<Response> {
  return async (request) => {
    const { searchParams } = new URL(request.url);
    if (searchParams.get("CodCli") !== contractCode) return xml("<ELENCO><TESTOERRORE>Contratto non valido</TESTOERRORE></ELENCO>");
    const number = `${searchParams.get("locpartenza")}${searchParams.get("NumSped")}`;
    const parcel = world.parcel(number);
    if (parcel === null) return xml("<ELENCO><ERRORE><TESTOERRORE>Spedizione non trovata</TESTOERRORE></ERRORE></ELENCO>");
    const events = world.shown(number).toReversed();
    const render = (list: readonly CourierEvent[]) => list.map((event) => group(event, parcel.zone, parcel.recipient)).join("");
    const back = events.filter(({ kind }) => onWayBack.has(kind));
    const rientro = `<SPEDIZIONEDIRIENTRO><NumSped>123456789</NumSped><TRACKING>${render(back)}</TRACKING></SPEDIZIONEDIRIENTRO>`;
    return xml(
      `<ELENCO><SPEDIZIONE><NumSped>${searchParams.get("NumSped")}</NumSped>` +
        `<TRACKING>${render(events.filter(({ kind }) => !onWayBack.has(kind)))}</TRACKING>${back.length > 0 ? rientro : ""}</SPEDIZIONE></ELENCO>`,
    );
  };
}

function group({ kind, at, city }: CourierEvent, timeZone: string, recipient: string): string {
  const [code, state] = words[kind] ?? [];
  if (code === undefined) return "";
  const parts = new Intl.DateTimeFormat("it-IT", { timeZone, dateStyle: "short", timeStyle: "short" }).formatToParts(new Date(at));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? "";
  const note = kind === "return_started" ? "Resa con spedizione: BO123456789" : kind === "delivered" ? `FIRMATO ${recipient}` : "";
  const date = `${part("day")}/${part("month")}/${part("year")}`;
  const fields = { Data: date, Ora: `${part("hour")}.${part("minute")}`, Luogo: city ?? "", Stato: state, Note: note, Codice: code };
  return Object.entries(fields)
    .map(([name, text]) => `<${name}>${text}</${name}>`)
    .join("");
}

function xml(text: string): Response {
  const bytes = Uint8Array.from(`<?xml version="1.0" encoding="ISO-8859-1"?>\n${text}`, (character) => character.charCodeAt(0));
  return new Response(bytes, { headers: { "content-type": "text/xml" } });
}
