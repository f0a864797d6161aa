import type { DraftCheck, GuardMode } from "@askonce/spec";
import { useEffect, useMemo, useRef, useState } from "react";
import { useSession } from "../session/session.tsx";
import { createDraftChecker, type DraftChecker } from "./draft-checker.ts";
import { type Finding, findingsOf, moveFindings } from "./findings.ts";

export interface DraftGuard {
  /** `null` until the first answer. */
  mode: GuardMode | null;
  /** In the text as it is now. */
  findings: readonly Finding[];
  /** The text as it is now has been read. */
  isChecked: boolean;
  /** The last call failed: what stands there is not checked. */
  failed: boolean;
}

const unchecked: { check: DraftCheck | null; text: string; failed: boolean } = { check: null, text: "", failed: false };
const none: readonly Finding[] = [];

/**
 * What the guard says about a draft while it is written.
 *
 * @param text the draft; `null` where nothing is checked, as in notes
 */
export function useDraftCheck(ticketId: string, text: string | null): DraftGuard {
  const { client } = useSession();
  const [result, setResult] = useState(unchecked);
  const checker = useRef<DraftChecker | null>(null);

  useEffect(() => {
    const own = createDraftChecker({
      check: (draft, signal) => client.tickets.checkDraft({ ticketId, text: draft }, { signal }),
      onResult: setResult,
    });
    checker.current = own;
    return () => own.stop();
  }, [client, ticketId]);
  useEffect(() => checker.current?.write(text ?? ""), [text]);

  const found = useMemo(() => (result.check ? findingsOf(result.check) : none), [result.check]);
  return {
    mode: result.check?.mode ?? null,
    findings: useMemo(() => (text === null ? none : moveFindings(found, result.text, text)), [found, result.text, text]),
    isChecked: text === result.text && result.check !== null,
    failed: result.failed && text !== null && text.trim() !== "",
  };
}
