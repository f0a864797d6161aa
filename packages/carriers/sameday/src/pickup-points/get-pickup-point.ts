import { looseList, readVendorResponse } from "@askonce/adapter-kit";
import type { AdapterContext, PickupPoint } from "@askonce/spec";
import * as z from "zod";
import type { SamedayClient } from "../client/sameday-client.ts";
import type { SamedaySettings } from "../options.ts";
import { textSchema } from "../schemas/lenient.ts";

const idSchema = z.union([z.int(), z.string().min(1)]).transform(String);

const placeSchema = z.object({
  lockerId: idSchema.nullish().catch(null),
  oohId: idSchema.nullish().catch(null),
  /** 0: easybox, 1: staffed point. */
  oohType: z.coerce.number().nullish().catch(null),
  name: textSchema,
  address: textSchema,
  city: textSchema,
  postalCode: textSchema,
  country: textSchema,
  schedule: looseList(z.object({ day: z.int().min(1).max(7), openingHour: z.string(), closingHour: z.string() })),
});
type Place = z.infer<typeof placeSchema>;

const pageSchema = z.object({ pages: z.int().nullish().catch(null), data: looseList(placeSchema) });

/** Of 500 places each; there are some thousands. */
const mostPages = 20;

/**
 * A locker or a staffed point by its id. The courier filters the list by id; should it not, the list is read to its end.
 *
 * @returns `null` when there is none
 */
export async function getPickupPoint(
  client: SamedayClient,
  id: string,
  country: SamedaySettings["country"],
  context: AdapterContext,
): Promise<PickupPoint | null> {
  if (!/^\d{1,12}$/.test(id)) return null;
  const locker = await find(client, "api/client/lockers", { lockersList: id }, (place) => place.lockerId === id, context);
  const place = locker ?? (await find(client, "api/client/ooh-locations", { locationsList: id }, (each) => each.oohId === id, context));
  return place && toPickupPoint(place, id, locker !== null || place.oohType === 0 ? "locker" : "shop", country);
}

async function find(
  client: SamedayClient,
  path: string,
  filter: Record<string, string>,
  isIt: (place: Place) => boolean,
  context: AdapterContext,
): Promise<Place | null> {
  for (let page = 1; page <= mostPages; page++) {
    const body = await client.get(path, { ...filter, page, countPerPage: 500 }, context, { emptyIsNull: true, missingIsNull: true });
    if (body === null) return null;
    const { pages, data } = readVendorResponse(pageSchema, body, "list of pick-up points");
    const place = data.find(isIt);
    if (place) return place;
    if (data.length === 0 || page >= (pages ?? 1)) return null;
  }
  return null;
}

function toPickupPoint(place: Place, id: string, kind: PickupPoint["kind"], country: SamedaySettings["country"]): PickupPoint {
  const hours = place.schedule.flatMap(({ day, openingHour, closingHour }) => {
    const opens = clockTime(openingHour);
    const closes = clockTime(closingHour);
    return opens === null || closes === null ? [] : [{ day, opens, closes }];
  });
  return {
    id,
    name: place.name ?? "",
    kind,
    address: place.address ?? "",
    city: place.city ?? "",
    postcode: place.postalCode ?? null,
    countryCode: countryCodeOf(place.country ?? null) ?? country.toUpperCase(),
    openingHours: hours.length === 0 ? null : hours,
  };
}

function clockTime(text: string): string | null {
  return /^(?:[01]\d|2[0-4]):[0-5]\d/.test(text) ? text.slice(0, 5) : null;
}

/** The lists name the country in English or in its own language. */
function countryCodeOf(name: string | null): string | null {
  if (name === null) return null;
  if (/^rom/i.test(name) || name === "RO") return "RO";
  if (/^(hung|magyar)/i.test(name) || name === "HU") return "HU";
  return /^(bulg|бълг)/i.test(name) || name === "BG" ? "BG" : null;
}
