import * as z from "zod";
import { readVendorTime } from "./vendor-time.ts";

/** A number, or a text when it is beyond 2^53. */
const id = z.union([z.string(), z.number()]).transform(String);
/** Missing, `null` and empty are the same. */
const text = z
  .string()
  .nullish()
  .transform((value) => value || null);
const time = z.string().transform((value, context) => {
  const read = readVendorTime(value);
  if (read === null) context.addIssue({ code: "custom", message: "not a time" });
  return read ?? z.NEVER;
});
/** A time nobody depends on: one that cannot be read is as good as none. */
const optionalTime = time.nullish().catch(null);
/** Whole cents (or the currency's smallest unit) as a text. */
const cents = z.string().regex(/^\d+$/).transform(Number).pipe(z.int());
const rows = z.array(z.object({ row: id, pieces: z.int().nonnegative() })).nullish();

const vendorAddress = z.object({
  person: z.object({ first: text, last: text }).nullish(),
  firm: text,
  street: z.array(z.string()).nullish(),
  town: text,
  county: text,
  zip: text,
  land: text,
  tel: text,
});
export type VendorAddress = z.infer<typeof vendorAddress>;

const vendorItem = z.object({
  row: id,
  article: z.object({ code: text, label: z.string(), kind: text, picture: text }),
  pieces: z.int().nonnegative(),
  each: cents,
});
export type VendorItem = z.infer<typeof vendorItem>;

const vendorScan = z.object({ n: id, when: time, word: z.string(), says: text, town: text, land: text });
export type VendorScan = z.infer<typeof vendorScan>;

const vendorParcel = z.object({
  uid: id,
  stage: text,
  courier: z.object({ name: text, code: text, link: text }).nullish(),
  sent: optionalTime,
  promised: optionalTime,
  expected: optionalTime,
  arrived: optionalTime,
  contents: rows,
  trail: z.array(vendorScan).nullish(),
});
export type VendorParcel = z.infer<typeof vendorParcel>;

const vendorPayback = z.object({ uid: id, when: time, cents, why: text, rows });
export type VendorPayback = z.infer<typeof vendorPayback>;

const vendorMemo = z.object({ uid: id, when: time, who: text, text: z.string(), public: z.boolean().nullish() });

export const vendorOrder = z.object({
  uid: id,
  no: z.string(),
  phase: z.string(),
  times: z.object({ placed: time, changed: time, paid: optionalTime, withdrawn: optionalTime }),
  withdrawnBecause: text,
  buyer: z
    .object({
      mail: text,
      tel: text,
      speaks: text,
      remark: text,
      account: z.object({ uid: id, name: text, since: optionalTime }).nullish(),
    })
    .nullish(),
  money: z.object({
    unit: z.string().regex(/^[A-Z]{3}$/),
    goods: cents,
    off: cents,
    courier: cents,
    vat: cents,
    sum: cents,
    returned: cents,
    seen: z.object({ sum: z.string(), unit: z.string() }).nullish(),
  }),
  coupon: text,
  payment: z.object({ word: text, how: text }).nullish(),
  dispatch: z.object({ word: text, how: text }).nullish(),
  basket: z.array(vendorItem),
  deliverTo: vendorAddress.nullish(),
  billTo: vendorAddress.nullish(),
  parcels: z.array(vendorParcel).nullish(),
  paybacks: z.array(vendorPayback).nullish(),
  memos: z.array(vendorMemo).nullish(),
  desk: text,
});
export type VendorOrder = z.infer<typeof vendorOrder>;

/** The orders themselves are read one by one, so that a broken one does not take the others with it. */
export const vendorList = z.object({ rows: z.array(z.unknown()), more: z.boolean() });
export const vendorChanges = z.object({ rows: z.array(z.unknown()), next: z.string().nullable(), count: z.int().nonnegative() });
export const vendorNews = z.object({ about: z.string(), order: z.unknown().optional() });
export const vendorRemoved = z.object({ uid: id });
