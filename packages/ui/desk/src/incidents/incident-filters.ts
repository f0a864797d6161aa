import type { IncidentKind } from "@askonce/spec";
import { readStored, writeStored } from "../session/browser-storage.ts";
import { incidentKinds } from "./incident-words.ts";

export interface IncidentFilters {
  /** Whether those that are over are shown too. */
  state: "active" | "all";
  kind: IncidentKind | null;
  /** Only those of one storm. Not kept over a reload: it would hide incidents without being noticed. */
  groupId: string | null;
}

export const initialIncidentFilters: IncidentFilters = { state: "active", kind: null, groupId: null };
const storageKey = "askonce.desk.incidents";

/** The filters as the API wants them. */
export function toIncidentInput({ state, kind, groupId }: IncidentFilters) {
  return {
    ...(state === "all" ? {} : { state }),
    ...(kind === null ? {} : { kind }),
    ...(groupId === null ? {} : { groupId }),
  };
}

export function keepIncidentFilters({ state, kind }: IncidentFilters): void {
  writeStored("session", storageKey, `${state},${kind ?? ""}`);
}

export function keptIncidentFilters(): IncidentFilters {
  const [state, kind] = (readStored("session", storageKey) ?? "").split(",");
  return { state: state === "all" ? "all" : "active", kind: incidentKinds.find((each) => each === kind) ?? null, groupId: null };
}
