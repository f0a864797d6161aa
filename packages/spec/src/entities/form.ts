import * as z from "zod";
import { factKeySchema } from "./fact.ts";

export const formPurposes = ["chat", "report"] as const;
export const formPurposeSchema = z.enum(formPurposes).meta({ id: "FormPurpose" });
export type FormPurpose = z.infer<typeof formPurposeSchema>;

/** What a form still has to ask; what is known is not in it. */
export const formFieldSchema = z
  .object({
    key: factKeySchema,
    label: z.string().max(200),
    kind: z.enum(["text", "longText", "choice", "number", "email", "phone", "photo"]),
    required: z.boolean(),
    options: z.array(z.object({ value: z.string().max(120), label: z.string().max(200) })).max(50),
  })
  .meta({ id: "FormField" });
export type FormField = z.infer<typeof formFieldSchema>;

export const formSchema = z
  .object({
    purpose: formPurposeSchema,
    language: z.string().max(35),
    fields: z.array(formFieldSchema).max(40),
    /** What is not asked because it is known; the value only for whoever has proved that they may read it. */
    known: z.array(z.object({ key: factKeySchema, label: z.string().max(200), value: z.string().max(2000).nullable() })).max(60),
  })
  .meta({ id: "Form" });
export type Form = z.infer<typeof formSchema>;
