import type { StorefrontConfig } from "../config/config.ts";
import { CommandError } from "../output/command-error.ts";
import { exitCodes } from "../output/exit-codes.ts";
import type { Terminal } from "../output/terminal.ts";

/** A shop named on the command line, for a look without any set-up. Keys also come from the environment, which `ps` does not show. */
export interface DirectOptions {
  woocommerce?: string;
  key?: string;
  secret?: string;
  shopify?: string;
  token?: string;
}

/** A folder's name for the database of the shop that the command line names: its address, in characters that every file system takes. */
export function directDatabaseName({ woocommerce, shopify }: DirectOptions): string {
  const address = (woocommerce ?? shopify ?? "").replace(/^[a-z]+:\/\//i, "").replace(/\/+$/, "");
  const readable = address
    .toLowerCase()
    .replace(/[^a-z0-9.-]+/g, "-")
    .slice(0, 100);
  return `${woocommerce === undefined ? "shopify" : "woocommerce"}-${readable}`;
}

/**
 * The storefront that the command line names; `null` when it names none.
 *
 * @throws CommandError when two are named or keys are missing
 */
export function directStorefront(
  options: DirectOptions,
  environment: Readonly<Record<string, string | undefined>>,
  terminal: Terminal,
): StorefrontConfig | null {
  const key = options.key ?? environment.ASKONCE_WOOCOMMERCE_KEY;
  const secret = options.secret ?? environment.ASKONCE_WOOCOMMERCE_SECRET;
  const token = options.token ?? environment.ASKONCE_SHOPIFY_TOKEN;
  for (const one of [key, secret, token]) terminal.hide(one);
  if (options.woocommerce !== undefined && options.shopify !== undefined) throw new CommandError("bothStorefronts", {}, exitCodes.usage);
  if (options.woocommerce !== undefined) {
    if (!key || !secret) {
      const variables = "ASKONCE_WOOCOMMERCE_KEY, ASKONCE_WOOCOMMERCE_SECRET";
      throw new CommandError("missingKeys", { option: "--woocommerce", needed: "--key, --secret", variables }, exitCodes.usage);
    }
    return { adapter: "woocommerce", url: options.woocommerce, consumerKey: key, consumerSecret: secret };
  }
  if (options.shopify !== undefined) {
    if (!token)
      throw new CommandError(
        "missingKeys",
        { option: "--shopify", needed: "--token", variables: "ASKONCE_SHOPIFY_TOKEN" },
        exitCodes.usage,
      );
    return { adapter: "shopify", shop: options.shopify, accessToken: token };
  }
  return null;
}
