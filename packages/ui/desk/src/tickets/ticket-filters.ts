import type { TicketStatus } from "@askonce/spec";
import { readStored, writeStored } from "../session/browser-storage.ts";

export interface TicketFilters {
  status: TicketStatus | "all";
  whose: "all" | "mine" | "none";
  /** As typed; blank means no search. */
  search: string;
}

export const initialFilters: TicketFilters = { status: "open", whose: "all", search: "" };
const storageKey = "askonce.desk.filters";

/** The filters as the API wants them. */
export function toListInput({ status, whose, search }: TicketFilters) {
  // People write "#42" for a ticket; the number itself is what can be found.
  const q = search.trim().replace(/^#(?=\d)/, "");
  return {
    ...(status === "all" ? {} : { status }),
    ...(whose === "all" ? {} : { assignee: whose === "mine" ? "me" : "none" }),
    ...(q ? { q } : {}),
  };
}

/** Status and owner are kept over a reload; a search is not, it would hide tickets without being noticed. */
export function keepFilters({ status, whose }: TicketFilters): void {
  writeStored("session", storageKey, `${status},${whose}`);
}

export function keptFilters(): TicketFilters {
  const [status, whose] = (readStored("session", storageKey) ?? "").split(",");
  return {
    status: isOneOf(status, ["all", "open", "waiting", "resolved"]) ? status : initialFilters.status,
    whose: isOneOf(whose, ["all", "mine", "none"]) ? whose : initialFilters.whose,
    search: "",
  };
}

function isOneOf<const Value extends string>(value: string | undefined, values: readonly Value[]): value is Value {
  return (values as readonly (string | undefined)[]).includes(value);
}
