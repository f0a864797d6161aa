import { textOrNumber as text } from "@askonce/adapter-kit";
import * as z from "zod";

const eventSchema = z.object({ data: text, ora: text, id: text, descrizione: text, filiale: text });
export type BrtEvent = z.output<typeof eventSchema>;

/** A list of `{ evento: {…} }`; one event alone may come without the list. */
const eventsSchema = z
  .preprocess(
    (value) => (value === null || value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.union([z.object({ evento: eventSchema }).transform(({ evento }) => evento), eventSchema])),
  )
  // BRT fills its list up with empty events.
  .transform((events) => events.filter(({ data, id, descrizione }) => data !== null && (id !== null || descrizione !== null)));

const deliverySchema = z.object({
  /** `dd.mm.yyyy` and `hh.mm`: what BRT booked. */
  data_teorica_consegna: text,
  ora_teorica_consegna_da: text,
  ora_teorica_consegna_a: text,
  data_consegna_merce: text,
  ora_consegna_merce: text,
});

const noteSchema = z.object({
  dati_spedizione: z
    .object({ stato_sped_parte1: text, descrizione_stato_sped_parte1: text })
    .nullish()
    .transform((shipment) => shipment ?? null),
  dati_consegna: deliverySchema.nullish().transform((delivery) => delivery ?? null),
  lista_eventi: eventsSchema,
});
export type BrtDelivery = z.output<typeof deliverySchema>;

const messageSchema = z.object({ code: z.coerce.number().nullish(), severity: text });

const parcelSchema = z.object({
  executionMessage: messageSchema.nullish(),
  bolla: noteSchema.nullish().transform((note) => note ?? null),
  lista_eventi: eventsSchema,
});
export type BrtParcel = z.output<typeof parcelSchema>;

/** BRT answers status 200 to everything: what went wrong stands in `executionMessage`, inside or beside the rest. */
export const parcelAnswerSchema = z.object({
  executionMessage: messageSchema.nullish(),
  ttParcelIdResponse: parcelSchema.nullish().transform((parcel) => parcel ?? null),
});
