import type { CheckItem } from "@askonce/spec";

/** A check with what it was about: this machine, the set-up, or the id of a storefront or a courier. */
export interface Finding extends CheckItem {
  group: string;
}

export function finding(
  group: string,
  id: string,
  state: CheckItem["state"],
  title: string,
  detail: string,
  remedy: string | null = null,
): Finding {
  return { group, id, state, title, detail, remedy };
}
