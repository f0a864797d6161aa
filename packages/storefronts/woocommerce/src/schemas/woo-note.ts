import * as z from "zod";
import { idSchema, textSchema } from "./lenient.ts";

export const wooNoteSchema = z.object({
  id: idSchema,
  author: textSchema,
  date_created_gmt: z.string().min(1),
  note: z.string().catch(""),
  /** Anything but `true` is private: a note that is private by mistake harms nobody. */
  customer_note: z.boolean().catch(false),
});
export type WooNote = z.output<typeof wooNoteSchema>;
