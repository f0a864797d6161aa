import * as z from "zod";
import { idSchema, instantSchema, languageSchema } from "./values.ts";

/** How far a template has earned its automation. */
export const templateStageSchema = z
  .enum(["draft", "manual", "suggested", "shadow", "automatic", "demoted", "retired"])
  .meta({ id: "TemplateStage" });
export type TemplateStage = z.infer<typeof templateStageSchema>;

/** A reusable reply: text per language plus what happens when it is used. */
export const templateSchema = z
  .object({
    id: idSchema,
    name: z.string().min(1).max(120),
    stage: templateStageSchema,
    /** Liquid source by language tag. */
    bodies: z.record(languageSchema, z.string().max(20_000)),
    actions: z.array(z.object({ kind: z.enum(["tag", "status", "remedy", "survey", "notify"]), value: z.string().max(200) })),
    version: z.int().positive(),
    updatedAt: instantSchema,
  })
  .meta({ id: "Template" });
export type Template = z.infer<typeof templateSchema>;
