import { checkDelivery } from "./check-delivery.ts";
import { checkGuard } from "./check-guard.ts";
import { checkPacketKeys } from "./check-packet-keys.ts";
import { isRecord } from "./is-record.ts";

const known = {
  config: [
    ...["shop", "storefronts", "carriers", "delivery", "storage", "identity", "guard", "packets", "files", "outreach", "claimDocument"],
    "reconcileEveryMs",
  ],
  shop: ["id", "name", "timeZone", "language", "countryCode"],
};

/**
 * What is wrong with a configuration, in terms of its keys and never of its values; `null` when it has the right shape. What is inside a
 * storefront or a courier is checked by its adapter.
 */
export function checkConfig(config: unknown): string | null {
  if (!isRecord(config)) return "export default has to be an object";
  const unknownKey = Object.keys(config).find((key) => !known.config.includes(key));
  if (unknownKey !== undefined) return `unknown key ${unknownKey}; known: ${known.config.join(", ")}`;
  const { shop, storefronts, carriers, delivery, storage, identity, files, outreach, claimDocument } = config;
  if (shop !== undefined) {
    if (!isRecord(shop)) return "shop has to be an object";
    const unknownShopKey = Object.keys(shop).find((key) => !known.shop.includes(key));
    if (unknownShopKey !== undefined) return `unknown key shop.${unknownShopKey}; known: ${known.shop.join(", ")}`;
  }
  if (storefronts !== undefined) {
    if (!Array.isArray(storefronts)) return "storefronts has to be a list";
    const wrong = storefronts.findIndex(
      (one) => !isRecord(one) || !(one.adapter === "woocommerce" || one.adapter === "shopify" || one.kind === "storefront"),
    );
    if (wrong >= 0) return `storefronts[${wrong}] has to name its adapter: "woocommerce" or "shopify"`;
  }
  if (carriers !== undefined) {
    if (!Array.isArray(carriers)) return "carriers has to be a list";
    const wrong = carriers.findIndex((one) => !isRecord(one) || !(one.adapter === "sameday" || one.kind === "carrier"));
    if (wrong >= 0) return `carriers[${wrong}] has to name its adapter, "sameday", or be the adapter of another courier's package`;
  }
  if (delivery !== undefined) {
    const problem = checkDelivery(delivery);
    if (problem !== null) return problem;
  }
  if (storage !== undefined && typeof storage !== "string" && !(isRecord(storage) && storage.kind === "storage")) {
    return "storage has to be a file name or a storage adapter";
  }
  if (identity !== undefined) {
    if (!(isRecord(identity) && Array.isArray(identity.secrets))) return "identity.secrets has to be a list";
    if (identity.sendCode !== undefined && typeof identity.sendCode !== "function") return "identity.sendCode has to be a function";
  }
  if (files !== undefined && !(isRecord(files) && (files.kind === "files" || "secret" in files)))
    return "files has to have a secret, or be a place for files of your own";
  if (outreach !== undefined && !isRecord(outreach)) return "outreach has to be an object; {} takes the usual policy";
  if (claimDocument !== undefined && typeof claimDocument !== "function") return "claimDocument has to be a function";
  return checkGuard(config.guard) ?? checkPacketKeys(config.packets);
}
