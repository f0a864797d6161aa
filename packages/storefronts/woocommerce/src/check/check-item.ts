import type { CheckItem } from "@askonce/spec";

export function checkItem(id: string, state: CheckItem["state"], title: string, detail: string, remedy: string | null = null): CheckItem {
  return { id, state, title, detail, remedy };
}

export function skipped(id: string, title: string, reason: string): CheckItem {
  return checkItem(id, "skipped", title, reason);
}
