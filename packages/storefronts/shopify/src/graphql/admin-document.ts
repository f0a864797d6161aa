import type * as z from "zod";

/** A GraphQL document of ours, with what is read of its answer. */
export interface AdminDocument<Data> {
  /** The operation's name, for messages. */
  name: string;
  text: string;
  /** What it costs to ask for, with its default page sizes; a test compares it with Shopify's rule. */
  cost: number;
  schema: z.ZodType<Data>;
}
