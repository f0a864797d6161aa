import * as z from "zod";

/** What stands beside the data of every answer. Everything is optional: errors come without a cost. */
export const extensionsSchema = z
  .object({
    cost: z
      .object({
        requestedQueryCost: z.number().nullish(),
        throttleStatus: z.object({ maximumAvailable: z.number(), currentlyAvailable: z.number(), restoreRate: z.number() }).nullish(),
      })
      .nullish()
      .catch(null),
    search: z
      .array(
        z.object({
          path: z.array(z.string()).catch([]),
          warnings: z.array(z.object({ field: z.string().catch(""), code: z.string().catch("") })).nullish(),
        }),
      )
      .nullish()
      .catch(null),
  })
  .nullish()
  .catch(null);
export type Extensions = z.infer<typeof extensionsSchema>;

export interface ThrottleLevel {
  available: number;
  maximum: number;
  restorePerSecond: number;
}

export function throttleLevel(extensions: Extensions): ThrottleLevel | null {
  const status = extensions?.cost?.throttleStatus;
  if (!status) return null;
  return { available: status.currentlyAvailable, maximum: status.maximumAvailable, restorePerSecond: status.restoreRate };
}

/** How long the bucket needs until the query fits, in milliseconds; at least half a second. */
export function throttledForMs(extensions: Extensions, cost: number): number {
  const level = throttleLevel(extensions);
  if (!level || level.restorePerSecond <= 0) return 1_000;
  const missing = (extensions?.cost?.requestedQueryCost ?? cost) - level.available;
  return Math.max(500, Math.ceil((missing / level.restorePerSecond) * 1000));
}

/** The parts of a search that Shopify dropped. A dropped filter means that the list holds other people's orders. */
export function droppedSearchFields(extensions: Extensions): { field: string; code: string }[] {
  return (extensions?.search ?? []).flatMap((search) => search.warnings ?? []);
}
