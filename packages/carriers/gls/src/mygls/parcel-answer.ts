import { textOrNumber as text } from "@askonce/adapter-kit";
import * as z from "zod";

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
