import { incidentClosingSchema } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import {
  closingAct,
  type IncidentAct,
  type IncidentStateOrNone,
  incidentActs,
  incidentTransitions,
  nextIncidentState,
} from "./incident-state.ts";

const table: Record<IncidentStateOrNone, Record<IncidentAct, string | null>> = {
  none: { suspect: "suspected", open: "open", confirm: null, support: null, resolve: null, dismiss: null },
  suspected: { suspect: null, open: null, confirm: "open", support: "suspected", resolve: "resolved", dismiss: "dismissed" },
  open: { suspect: null, open: null, confirm: null, support: "open", resolve: "resolved", dismiss: "dismissed" },
  resolved: { suspect: null, open: null, confirm: null, support: null, resolve: null, dismiss: null },
  dismissed: { suspect: null, open: null, confirm: null, support: null, resolve: null, dismiss: null },
};
const states = Object.keys(incidentTransitions) as IncidentStateOrNone[];

describe("the states of an incident", () => {
  it.each(states.flatMap((state) => incidentActs.map((act) => [state, act] as const)))("%s, %s", (state, act) => {
    expect(nextIncidentState(state, act)).toBe(table[state][act]);
  });

  it("dismisses what was never so and resolves the rest", () => {
    const dismissed = incidentClosingSchema.options.filter((because) => closingAct(because) === "dismiss");
    expect(dismissed).toEqual(["mistaken", "duplicate"]);
  });
});
