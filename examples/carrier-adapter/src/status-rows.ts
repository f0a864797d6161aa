import type { StatusRow } from "@askonce/adapter-kit";

export const statusRows: readonly StatusRow<"code">[] = [
  { space: "code", code: "NEW", status: "label_created", evidence: "D" },
  { space: "code", code: "TAKEN", status: "handed_over", evidence: "D" },
  { space: "code", code: "LOFT", status: "in_transit", evidence: "D" },
  { space: "code", code: "FLIGHT", status: "in_transit", evidence: "D" },
  { space: "code", code: "DOOR", status: "out_for_delivery", evidence: "D" },
  { space: "code", code: "NOBODY", status: "delivery_attempted", exceptions: ["recipient_absent"], evidence: "D" },
  { space: "code", code: "NO", status: "delivery_attempted", exceptions: ["refused"], evidence: "P", label: "not wanted" },
  { space: "code", code: "REST", status: "on_hold", evidence: "C", note: "one shop's module; the courier does not document it" },
  { space: "code", code: "BOX", status: "ready_for_pickup", exceptions: ["locker_ready"], evidence: "D" },
  { space: "code", code: "DONE", status: "delivered", evidence: "D" },
  { space: "code", code: "HOME", status: "returning", exceptions: ["returned_to_sender"], leg: "return", evidence: "D" },
];
