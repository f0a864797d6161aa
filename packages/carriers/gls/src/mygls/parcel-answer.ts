import * as z from "zod";

const text = z
  .union([z.string(), z.number()])
  .transform(String)
  .nullish()
  .transform((value) => value?.trim() || null);

const scanSchema = z.object({ StatusCode: text, StatusDate: text, StatusDescription: text, DepotCity: text });
export type GlsScan = z.output<typeof scanSchema>;

const errorSchema = z.object({ ErrorCode: text, ErrorDescription: text });
export type GlsError = z.output<typeof errorSchema>;

/** A refusal comes with status 200 and a list of errors. */
export const parcelAnswerSchema = z.object({
  ParcelNumber: text,
  ParcelStatusList: z
    .array(scanSchema)
    .nullish()
    .transform((scans) => scans ?? []),
  GetParcelStatusErrors: z
    .array(errorSchema)
    .nullish()
    .transform((errors) => errors ?? []),
});
