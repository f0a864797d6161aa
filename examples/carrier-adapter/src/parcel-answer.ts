import { looseList, textOrNumber } from "@askonce/adapter-kit";
import * as z from "zod";

const moveSchema = z.object({ code: textOrNumber, at: textOrNumber, says: textOrNumber, town: textOrNumber });
export type Move = z.output<typeof moveSchema>;

const parcelSchema = z.object({ booked: textOrNumber, moves: looseList(moveSchema) });
export type Parcel = z.output<typeof parcelSchema>;

/** Pigeon Post answers status 200 to everything but wrong keys: what went wrong stands in `problem`. */
export const answerSchema = z.object({ problem: textOrNumber, parcel: parcelSchema.nullish() });
