import { gid } from "./ids.ts";

/** Handles and names of the general return reasons, in the order of their recorded ids (`…/1` to `…/10`). */
const returnReasons = [
  ["unknown", "Unknown"],
  ["changed-my-mind", "Changed my mind"],
  ["item-not-as-described", "Item not as described"],
  ["received-the-wrong-item", "Received the wrong item"],
  ["other-reason", "Other reason"],
  ["damaged-or-defective", "Damaged or defective"],
  ["too-small", "Too small"],
  ["too-big", "Too big"],
  ["style", "Style"],
  ["color", "Color"],
] as const;

/** A `ReturnReasonDefinition` in the Admin API's shape. */
export interface ReturnReasonDefinition {
  id: string;
  handle: string;
  name: string;
  deleted: boolean;
}

export const returnReasonDefinitions: readonly ReturnReasonDefinition[] = returnReasons.map(([handle, name], index) => ({
  id: gid("ReturnReasonDefinition", String(index + 1)),
  handle,
  name,
  deleted: false,
}));

export function returnReasonByHandle(handle: string): ReturnReasonDefinition | null {
  return returnReasonDefinitions.find((definition) => definition.handle === handle) ?? null;
}
