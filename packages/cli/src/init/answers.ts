/** What set-up has to know. Keys are empty when they are filled in later. */
export interface Answers {
  storefront: "woocommerce" | "shopify" | "none";
  name: string;
  /** The shop's address, or its myshopify.com domain. */
  url: string;
  language: string;
  countryCode: string;
  timeZone: string;
  /** Stands in every packet that the first key signs. */
  packetKeyId: string;
  /** By the name of their environment variable. */
  secrets: Record<string, string>;
}

/** The environment variables of each storefront's secrets; they are what `.env` holds. */
export const secretNames = {
  woocommerce: ["WOOCOMMERCE_CONSUMER_KEY", "WOOCOMMERCE_CONSUMER_SECRET", "WOOCOMMERCE_WEBHOOK_SECRET"],
  shopify: ["SHOPIFY_ACCESS_TOKEN", "SHOPIFY_API_SECRET"],
  none: [],
} as const;

/** The secrets that are made here, and what each is for. */
export const ownSecrets = {
  ASKONCE_IDENTITY_SECRET: "Signs the tokens that vouch for signed-in customers",
  ASKONCE_PACKET_KEY: "Signs the packets that go with a ticket to another system",
  ASKONCE_FILES_SECRET: "Signs the links to customers' photos",
} as const;

export const exampleUrls = { woocommerce: "https://shop.example.com", shopify: "example.myshopify.com", none: "" } as const;

/** The country and zone a language suggests; a guess that is easy to change in the file. */
export const places: Readonly<Record<string, { countryCode: string; timeZone: string }>> = {
  en: { countryCode: "GB", timeZone: "Europe/London" },
  it: { countryCode: "IT", timeZone: "Europe/Rome" },
  ro: { countryCode: "RO", timeZone: "Europe/Bucharest" },
};

export function isUsableUrl(storefront: Answers["storefront"], url: string): boolean {
  if (storefront === "none") return true;
  if (storefront === "shopify" && /^[a-z0-9][a-z0-9_-]*\.myshopify\.com$/i.test(url)) return true;
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}
