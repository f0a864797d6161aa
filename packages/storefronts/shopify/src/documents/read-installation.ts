import * as z from "zod";
import type { AdminDocument } from "../graphql/admin-document.ts";

const installationSchema = z.object({
  currentAppInstallation: z.object({ accessScopes: z.array(z.object({ handle: z.string() })) }).nullish(),
  shop: z.object({ name: z.string().nullish(), myshopifyDomain: z.string().nullish(), currencyCode: z.string().nullish() }).nullish(),
});

/** What the connection may do, and whose it is. */
export const readInstallation: AdminDocument<z.infer<typeof installationSchema>> = {
  name: "AskonceInstallation",
  cost: 5,
  schema: installationSchema,
  text: `
query AskonceInstallation {
  currentAppInstallation { accessScopes { handle } }
  shop { name myshopifyDomain currencyCode }
}`,
};

const subscriptionsSchema = z.object({
  webhookSubscriptions: z.object({ nodes: z.array(z.object({ topic: z.string(), uri: z.string().nullish() })) }).nullish(),
});

/** The webhooks this app asked for through the API. Those of an app's configuration file are not among them. */
export const readSubscriptions: AdminDocument<z.infer<typeof subscriptionsSchema>> = {
  name: "AskonceSubscriptions",
  cost: 20,
  schema: subscriptionsSchema,
  text: `
query AskonceSubscriptions {
  webhookSubscriptions(first: 100) { nodes { topic uri } }
}`,
};

const probeSchema = z.object({
  orders: z.object({ nodes: z.array(z.object({ id: z.string(), email: z.string().nullish(), phone: z.string().nullish() })) }).nullish(),
});

/** One order's personal fields, to see whether they may be read. */
export const probePersonalData: AdminDocument<z.infer<typeof probeSchema>> = {
  name: "AskoncePersonalData",
  cost: 10,
  schema: probeSchema,
  text: `
query AskoncePersonalData {
  orders(first: 1, sortKey: PROCESSED_AT, reverse: true) {
    nodes { id email phone shippingAddress { firstName address1 } }
  }
}`,
};
