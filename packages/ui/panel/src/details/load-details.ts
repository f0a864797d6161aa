import type { SupportedLanguage } from "@askonce/spec";
import type { PanelDetails } from "./panel-details.ts";
import type { PanelKnown } from "./panel-known.ts";

/** The second look: what is known, and everything of the order beyond its first lines. */
export interface LoadedDetails extends PanelDetails, PanelKnown {
  /** The same objects for every language and every panel of the page. */
  readonly sheets: readonly CSSStyleSheet[];
}

const loaded = new Map<SupportedLanguage, LoadedDetails>();
let sheets: readonly CSSStyleSheet[] | undefined;

/** The details in a language, when they are here already. */
export function detailsOf(language: SupportedLanguage): LoadedDetails | null {
  return loaded.get(language) ?? null;
}

/**
 * Fetches what the first look does not need: what is known, the way of the parcels, incidents, promises, storms, items and amounts. Texts
 * that cannot be fetched read in English until the page is loaded again.
 *
 * @returns whether the details are here; without them the panel keeps showing states and numbers
 */
export async function loadDetails(language: SupportedLanguage): Promise<boolean> {
  try {
    const [{ createPanelDetails, enDeliveries }, { createPanelKnown, enKnown }, texts] = await Promise.all([
      import("./panel-details.ts"),
      import("./panel-known.ts"),
      language === "en" ? null : textsOf(language).catch(() => null),
    ]);
    const details = createPanelDetails(texts?.deliveries ?? enDeliveries);
    const known = createPanelKnown(texts?.known ?? enKnown);
    sheets ??= [details.deliveryStyles, known.knownStyles].map(sheetOf);
    loaded.set(language, { ...details, ...known, sheets });
    return true;
  } catch {
    return false;
  }
}

function sheetOf({ cssText }: { cssText: string }): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(cssText);
  return sheet;
}

async function textsOf(language: "it" | "ro") {
  if (language === "it") {
    const [{ itDeliveries }, { itKnown }] = await Promise.all([import("../deliveries/it-deliveries.ts"), import("../known/it-known.ts")]);
    return { deliveries: itDeliveries, known: itKnown };
  }
  const [{ roDeliveries }, { roKnown }] = await Promise.all([import("../deliveries/ro-deliveries.ts"), import("../known/ro-known.ts")]);
  return { deliveries: roDeliveries, known: roKnown };
}
