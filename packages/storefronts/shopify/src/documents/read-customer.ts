import * as z from "zod";
import type { AdminDocument } from "../graphql/admin-document.ts";
import { customerAnswerSchema } from "./customer-answer.ts";
import { customerFields } from "./fragments.ts";

const byContactSchema = z.object({ customerByIdentifier: customerAnswerSchema.nullish() });

/** The customer with an e-mail address or an E.164 phone number, or with an id. Searching customers by text would find look-alikes. */
export const readCustomer: AdminDocument<z.infer<typeof byContactSchema>> = {
  name: "AskonceCustomer",
  cost: 10,
  schema: byContactSchema,
  text: `
query AskonceCustomer($identifier: CustomerIdentifierInput!) {
  customerByIdentifier(identifier: $identifier) { ...CustomerFields }
}
${customerFields}`,
};
