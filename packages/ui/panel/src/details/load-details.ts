import type { SupportedLanguage } from "@askonce/spec";
import type { PanelDetails } from "./panel-details.ts";

const loaded = new Map<SupportedLanguage, PanelDetails>();

/** The details in a language, when they are here already. */
export function detailsOf(language: SupportedLanguage): PanelDetails | null {
  return loaded.get(language) ?? null;
}

/**
 * Fetches what the first look does not need: the way of the parcels, incidents, promises, storms, items and amounts. Texts that cannot be
 * fetched read in English until the page is loaded again.
 *
 * @returns whether the details are here; without them the panel keeps showing states and numbers
 */
export async function loadDetails(language: SupportedLanguage): Promise<boolean> {
  try {
    const { createPanelDetails, enDeliveries } = await import("./panel-details.ts");
    loaded.set(language, createPanelDetails(language === "en" ? enDeliveries : await textsOf(language).catch(() => enDeliveries)));
    return true;
  } catch {
    return false;
  }
}

async function textsOf(language: "it" | "ro") {
  return language === "it"
    ? (await import("../deliveries/it-deliveries.ts")).itDeliveries
    : (await import("../deliveries/ro-deliveries.ts")).roDeliveries;
}
