import { bookedWindow, type CourierParcel } from "../courier-parcel.ts";
import { createCourierServer } from "../courier-server.ts";
import { localTime } from "../courier-time.ts";
import type { CourierWorld } from "../courier-world.ts";
import { type FakeCourier, silentKindsOf } from "../fake-courier.ts";
import { newestSaid, saidEvents } from "../said-events.ts";
import { brtWords } from "./brt-words.ts";

export interface FakeBrtOptions {
  world: CourierWorld;
  /** Default `1000001`. */
  userId?: string;
  /** Default `brt-demo-password`. */
  password?: string;
}

export interface FakeBrt extends FakeCourier {
  readonly userId: string;
  readonly password: string;
}

const zone = "Europe/Rome";

/** Login failed: community code for BRT's other REST services. Not found: of the older interface, unconfirmed for this one. */
const errors = { loginFailed: -7, notFound: -11 } as const;

/**
 * BRT's REST tracking by parcel id over a world. Every answer has status 200: what went wrong is in `executionMessage.code`. Days are written
 * `dd.mm.yyyy` and hours `hh.mm`, in Rome's time; the promised window is there until the parcel is delivered and after.
 */
export function createFakeBrt(options: FakeBrtOptions): FakeBrt {
  const { world, userId = "1000001", password = "brt-demo-password" } = options;
  return {
    ...createCourierServer({
      world,
      refuse: ({ request }) =>
        request.headers.get("userid") === userId && request.headers.get("password") === password
          ? null
          : answer(errors.loginFailed, "ERROR", "LOGIN FAILED"),
      notFound: () => new Response("Not Found", { status: 404 }),
      routes: [
        {
          name: "parcel-id",
          method: "GET",
          path: /^\/rest\/v1\/tracking\/parcelID\/([^/]+)$/,
          answer: ({ parts: [number = ""], asksFor }) => {
            asksFor(number);
            const parcel = world.parcel(number);
            if (parcel === null) return answer(errors.notFound, "ERROR", "SHIPMENT NOT FOUND");
            return answer(0, "INFO", "OK", renderBrtParcel(world, parcel));
          },
        },
      ],
    }),
    userId,
    password,
    silentKinds: silentKindsOf(brtWords),
    secrets: [password],
  };
}

function answer(code: number, severity: string, codeDesc: string, rest: Record<string, unknown> = {}): Response {
  return Response.json({ ttParcelIdResponse: { executionMessage: { code, severity, codeDesc, message: "" }, ...rest } });
}

function renderBrtParcel(world: CourierWorld, parcel: CourierParcel): Record<string, unknown> {
  const said = saidEvents(world, parcel, brtWords);
  const last = newestSaid(said);
  const end = last?.event.kind === "delivered" || last?.event.kind === "collected" ? brtTime(last.atMs) : null;
  const [year, month, day] = parcel.bookedDate.split("-");
  return {
    bolla: {
      dati_spedizione: {
        spedizione_id: parcel.trackingNumber,
        spedizione_data: brtTime(Date.parse(parcel.handedOverAt)).data,
        stato_sped_parte1: last?.word ?? "",
        stato_sped_parte2: "",
        descrizione_stato_sped_parte1: last?.word ?? "",
        descrizione_stato_sped_parte2: "",
        filiale_arrivo: last?.event.city?.toUpperCase() ?? "",
      },
      dati_consegna: {
        data_teorica_consegna: `${day}.${month}.${year}`,
        ora_teorica_consegna_da: bookedWindow.from.replace(":", "."),
        ora_teorica_consegna_a: bookedWindow.until.replace(":", "."),
        data_consegna_merce: end?.data ?? "",
        ora_consegna_merce: end?.ora ?? "",
        firmatario_consegna: end === null ? "" : parcel.recipient,
      },
    },
    lista_eventi: said.map(({ event, word, atMs }) => ({
      evento: { ...brtTime(atMs), id: "", descrizione: word, filiale: event.city?.toUpperCase() ?? "" },
    })),
  };
}

function brtTime(atMs: number): { data: string; ora: string } {
  const { year, month, day, hour, minute } = localTime(atMs, zone);
  return { data: `${day}.${month}.${year}`, ora: `${hour}.${minute}` };
}
