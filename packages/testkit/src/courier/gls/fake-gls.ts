import { createHash } from "node:crypto";
import type { CourierParcel } from "../courier-parcel.ts";
import { type CourierCall, createCourierServer, jsonObject } from "../courier-server.ts";
import { localTime } from "../courier-time.ts";
import type { CourierWorld } from "../courier-world.ts";
import { type FakeCourier, silentKindsOf } from "../fake-courier.ts";
import { saidEvents } from "../said-events.ts";
import { glsWords } from "./gls-words.ts";

export interface FakeGlsOptions {
  world: CourierWorld;
  /** Default `gls-demo@example.test`. */
  username?: string;
  /** In clear; requests carry the bytes of its SHA-512. Default `gls-demo-password`. */
  password?: string;
}

export interface FakeGls extends FakeCourier {
  readonly username: string;
  readonly password: string;
}

/** MyGLS' statuses of one parcel over a world: credentials in the body of each request, times as `/Date(ms+hhmm)/`, whose ms are UTC. */
export function createFakeGls(options: FakeGlsOptions): FakeGls {
  const { world, username = "gls-demo@example.test", password = "gls-demo-password" } = options;
  const hashed = JSON.stringify([...createHash("sha512").update(password).digest()]);

  function refuse({ body }: CourierCall): Response | null {
    const { Username, Password } = jsonObject(body);
    if (Username === username && JSON.stringify(Password) === hashed) return null;
    const error = { ErrorCode: -1, ErrorDescription: "Unauthorized.", ClientReferenceList: [], ParcelIdList: [] };
    return Response.json({ GetParcelStatusErrors: [error], ParcelNumber: 0, ParcelStatusList: [], POD: null }, { status: 401 });
  }

  return {
    ...createCourierServer({
      world,
      refuse,
      notFound: () => new Response("<p>Endpoint not found.</p>", { status: 404, headers: { "content-type": "text/html" } }),
      routes: [
        {
          name: "parcel-statuses",
          method: "POST",
          path: /^\/ParcelService\.svc\/json\/GetParcelStatuses$/,
          answer: ({ body, asksFor }) => {
            const number = jsonObject(body).ParcelNumber;
            if (typeof number !== "number") return new Response("Bad Request", { status: 400 });
            asksFor(String(number));
            const parcel = world.parcel(String(number));
            const list = parcel === null ? [] : renderGlsScans(world, parcel);
            return Response.json({ GetParcelStatusErrors: [], ParcelNumber: number, ParcelStatusList: list, POD: null });
          },
        },
      ],
    }),
    username,
    password,
    silentKinds: silentKindsOf(glsWords),
    secrets: [password, hashed.slice(1, 60)],
  };
}

function renderGlsScans(world: CourierWorld, parcel: CourierParcel): Record<string, unknown>[] {
  return saidEvents(world, parcel, glsWords).map(({ event, word, atMs }) => ({
    DepotCity: event.city,
    DepotNumber: "40",
    StatusCode: word.code,
    StatusDate: `/Date(${atMs}${localTime(atMs, parcel.zone).offset.replace(":", "")})/`,
    StatusDescription: word.description,
    StatusInfo: "",
  }));
}
