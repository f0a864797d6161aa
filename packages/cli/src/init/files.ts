import { type Answers, ownSecrets, secretNames } from "./answers.ts";

/** A text as it stands in TypeScript. */
const quoted = (text: string) => JSON.stringify(text);

/** `askonce.config.ts`: data, with the secrets left in the environment. */
export function configFile(answers: Answers): string {
  const { storefront, name, language, countryCode, timeZone, url } = answers;
  const storefronts = {
    woocommerce: `
    {
      adapter: "woocommerce",
      url: ${quoted(url)},
      consumerKey: process.env.WOOCOMMERCE_CONSUMER_KEY,
      consumerSecret: process.env.WOOCOMMERCE_CONSUMER_SECRET,
      webhookSecrets: [process.env.WOOCOMMERCE_WEBHOOK_SECRET],
    },
  `,
    shopify: `
    {
      adapter: "shopify",
      shop: ${quoted(url)},
      accessToken: process.env.SHOPIFY_ACCESS_TOKEN,
      webhookSecrets: [process.env.SHOPIFY_API_SECRET],
    },
  `,
    none: "",
  }[storefront];
  return `import type { AskonceConfig } from "askonce";

export default {
  shop: {
    name: ${quoted(name)},
    language: ${quoted(language)},
    countryCode: ${quoted(countryCode)},
    timeZone: ${quoted(timeZone)},
  },
  storefronts: [${storefronts}],
  identity: { secrets: [process.env.ASKONCE_IDENTITY_SECRET] },
  // observe: only counted; warn: whoever writes is told; block: a reason is needed to ask for what is known
  guard: { mode: "warn" },
  packets: { keys: [{ id: ${quoted(answers.packetKeyId)}, secret: process.env.ASKONCE_PACKET_KEY }] },
  files: { directory: ".askonce/files", secret: process.env.ASKONCE_FILES_SECRET },
} satisfies AskonceConfig;
`;
}

/** `.env`: the secrets. `known` are the names that are there already and stay as they are. */
export function environmentLines(answers: Answers, known: ReadonlySet<string>): string[] {
  return Object.entries(answers.secrets)
    .filter(([name]) => !known.has(name))
    .map(([name, value]) => `${name}=${value}`);
}

/** `.env.example`: the same names without values, for the repository. */
export function exampleFile(answers: Answers): string {
  const where = {
    woocommerce: "# WooCommerce -> Settings -> Advanced -> REST API; the webhook secret: -> Webhooks\n",
    shopify: "# Shopify: the app's API credentials\n",
    none: "",
  }[answers.storefront];
  const lines = secretNames[answers.storefront].map((name) => `${name}=\n`);
  const own = Object.entries(ownSecrets).map(([name, what]) => `# ${what}; at least 32 characters\n${name}=\n`);
  return `${where}${lines.join("")}${own.join("")}`;
}

/** The names that an environment file sets. */
export function namesIn(environment: string): Set<string> {
  return new Set([...environment.matchAll(/^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=/gm)].map((match) => match[1] ?? ""));
}
