import { looseList } from "@askonce/adapter-kit";
import * as z from "zod";
import { flagSchema, textSchema } from "./lenient.ts";
import { statusRowSchema } from "./status-row.ts";

const currentSchema = statusRowSchema.nullish().catch(null);

/** `GET /api/client/awb/{awb}/status` */
export const awbStatusSchema = z.object({
  expeditionSummary: z.object({ delivered: flagSchema, canceled: flagSchema, deliveredAt: textSchema }),
  expeditionStatus: currentSchema,
  parcelsStatus: looseList(statusRowSchema),
  expeditionHistory: looseList(statusRowSchema),
});
export type AwbStatusAnswer = z.infer<typeof awbStatusSchema>;

/** `GET /api/client/parcel/{parcelAwb}/status-history` */
export const parcelHistorySchema = z.object({
  parcelSummary: z.object({ delivered: flagSchema, canceled: flagSchema, deliveredAt: textSchema }),
  parcelHistory: looseList(statusRowSchema),
});

/** `GET /api/public/awb/{awb}/awb-history` */
export const publicHistorySchema = z.object({ awbHistory: looseList(statusRowSchema) });

const countSchema = z.int().nonnegative().nullish().catch(null);

/** `GET /api/client/status-sync`. `total` and `pages` may be absent; rows are counted before any is left out. */
export const syncPageSchema = z.object({
  total: countSchema,
  pages: countSchema,
  perPage: countSchema,
  data: z.array(z.unknown()),
});
