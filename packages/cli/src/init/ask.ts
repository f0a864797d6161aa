import { cancel, intro, isCancel, outro, password, select, text } from "@clack/prompts";
import { isTimeZone } from "../doctor/check-machine.ts";
import { fill, type Messages } from "../language/messages.ts";
import { type Answers, exampleUrls, isUsableUrl, places, secretNames } from "./answers.ts";

const gaveUp = Symbol("gave up");

/** An answer, unless the person pressed Escape or Ctrl+C. */
function answered<Value>(value: Value): Exclude<Value, symbol> {
  if (isCancel(value)) throw gaveUp;
  return value as Exclude<Value, symbol>;
}

/** Asks at the terminal; `null` when the person gave up. */
export async function ask(defaults: Answers, messages: Messages): Promise<Answers | null> {
  const say = messages.init;
  intro(say.title);
  try {
    const storefront = answered(
      await select<Answers["storefront"]>({
        message: say.askStorefront,
        initialValue: defaults.storefront,
        options: [
          { value: "woocommerce", label: "WooCommerce" },
          { value: "shopify", label: "Shopify" },
          { value: "none", label: say.none },
        ],
      }),
    );
    const connection = storefront === "none" ? { url: "", secrets: {} } : await askConnection(storefront, say);
    const shop = await askShop(defaults, say);
    outro("askonce");
    return { storefront, packetKeyId: defaults.packetKeyId, ...connection, ...shop };
  } catch (error) {
    if (error !== gaveUp) throw error;
    cancel(say.cancelled);
    return null;
  }
}

async function askConnection(storefront: "woocommerce" | "shopify", say: Messages["init"]): Promise<Pick<Answers, "url" | "secrets">> {
  const askFor: Readonly<Record<string, string>> = {
    WOOCOMMERCE_CONSUMER_KEY: say.askConsumerKey,
    WOOCOMMERCE_CONSUMER_SECRET: say.askConsumerSecret,
    WOOCOMMERCE_WEBHOOK_SECRET: say.askWebhookSecret,
    SHOPIFY_ACCESS_TOKEN: say.askAccessToken,
    SHOPIFY_API_SECRET: say.askApiSecret,
  };
  const example = exampleUrls[storefront];
  const url = answered(
    await text({
      message: storefront === "shopify" ? say.askShopifyUrl : say.askWooCommerceUrl,
      placeholder: example,
      validate: (value) => (isUsableUrl(storefront, (value ?? "").trim()) ? undefined : fill(say.badUrl, { example })),
    }),
  ).trim();
  const keys = answered(
    await select({
      message: say.askKeysNow,
      options: [
        { value: "now", label: say.keysNow },
        { value: "later", label: say.keysLater },
      ],
    }),
  );
  const secrets: Record<string, string> = {};
  for (const name of secretNames[storefront]) {
    secrets[name] = keys === "now" ? answered(await password({ message: askFor[name] ?? name })) : (process.env[name] ?? "");
  }
  return { url, secrets };
}

async function askShop(defaults: Answers, say: Messages["init"]): Promise<Pick<Answers, "name" | "language" | "countryCode" | "timeZone">> {
  const askText = async (message: string, usual: string, isGood: (value: string) => boolean, complaint: string): Promise<string> =>
    answered(
      await text({
        message,
        defaultValue: usual,
        placeholder: usual,
        validate: (value) => (!value || isGood(value.trim()) ? undefined : complaint),
      }),
    ).trim();
  const name = await askText(say.askName, defaults.name, () => true, "");
  const language = answered(
    await select({
      message: say.askLanguage,
      initialValue: defaults.language,
      options: [
        { value: "en", label: "English" },
        { value: "it", label: "Italiano" },
        { value: "ro", label: "Română" },
      ],
    }),
  );
  const usual = places[language] ?? defaults;
  const countryCode = await askText(say.askCountry, usual.countryCode, (value) => /^[A-Za-z]{2}$/.test(value), say.badCountry);
  const timeZone = await askText(say.askTimeZone, usual.timeZone, isTimeZone, say.badTimeZone);
  return { name, language, countryCode: countryCode.toUpperCase(), timeZone };
}
