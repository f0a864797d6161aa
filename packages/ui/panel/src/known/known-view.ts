import type { View } from "../view/view.ts";
import type { KnownTexts } from "./known-texts.ts";

/** What every part about facts and people gets. */
export interface KnownView extends View {
  readonly knownTexts: KnownTexts;
}

/** A fact's key as people say it; a plugin's own key is shown as it is. */
export function keyName({ knownTexts }: KnownView, key: string): string {
  const names: Record<string, string> = knownTexts.factKey;
  return (Object.hasOwn(names, key) ? names[key] : undefined) ?? key;
}
