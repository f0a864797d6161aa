import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { useLanguage } from "../i18n/language-context.tsx";
import { Icon } from "../layout/icon.tsx";
import { When } from "../layout/when.tsx";
import { answerInWords, factName, sourceKeys } from "./fact-words.ts";
import { type AskFinding, type Finding, replacement } from "./findings.ts";

/** What stops a reply: it asks for what is known, or shows what it must not. */
export type Objection = "asks" | "discloses";

export interface GuardNotesProps {
  /** For `aria-describedby` of the field. */
  id: string;
  text: string;
  findings: readonly Finding[];
  /** The draft could not be checked. */
  failed: boolean;
  /** Why the reply was not sent, and how it can be all the same; `null` while nothing stops it. */
  objection: Objection | null;
  onUse(finding: AskFinding): void;
  onSendAnyway(reason: string): void;
}

/** What the guard found in the draft, in words: which fact answers a question, from where, since when, and the sentence that uses it. */
export function GuardNotes({ id, text, findings, failed, objection, onUse, onSendAnyway }: GuardNotesProps) {
  const { t } = useLanguage();
  const asks = findings.filter(({ kind }) => kind === "ask").length;
  const disclosures = findings.length - asks;
  const summary = [asks > 0 && t("draftFindings", { count: asks }), disclosures > 0 && t("draftDisclosures", { count: disclosures })];
  return (
    <>
      <div id={id} className="guard-summary" role="status" data-kind={asks > 0 ? "ask" : "disclosure"}>
        {findings.length > 0 && (
          <>
            <Icon name="warning" size={16} />
            <span>{summary.filter(Boolean).join(" · ")}</span>
          </>
        )}
        {failed && <span className="guard-unchecked">{t("draftUnchecked")}</span>}
      </div>
      {findings.length > 0 && (
        <ul className="guard-notes" aria-labelledby={id}>
          {findings.map((finding) => (
            <li key={noteKey(finding)} data-kind={finding.kind}>
              <q dir="auto">{text.slice(finding.from, finding.to)}</q>
              {finding.kind === "ask" ? (
                <AskNote finding={finding} isUsable={replacement(text, finding) !== null} onUse={onUse} />
              ) : (
                <p>{t("discloses", { field: factName(finding.field, t) })}</p>
              )}
            </li>
          ))}
        </ul>
      )}
      {objection && <Insistence objection={objection} onSendAnyway={onSendAnyway} />}
    </>
  );
}

/** Questions that are answered together have the same words. */
function noteKey(finding: Finding): string {
  return `${finding.kind} ${finding.from} ${finding.to} ${finding.kind === "ask" ? finding.ask.key : finding.field}`;
}

function AskNote({ finding, isUsable, onUse }: { finding: AskFinding; isUsable: boolean; onUse(finding: AskFinding): void }) {
  const { t, language, dates } = useLanguage();
  const { key, answer, suggestion } = finding.ask;
  return (
    <>
      <p>
        {factName(key, t)}
        {answer === null ? (
          ` · ${t("askKnown")}`
        ) : (
          <>
            {": "}
            <strong dir="auto">{answerInWords(key, answer, { language, dates })}</strong>
            <span className="muted">
              {answer.source && <span title={answer.source.excerpt ?? undefined}> · {t(sourceKeys[answer.source.kind])}</span>}
              {answer.at && (
                <>
                  {" · "}
                  <When at={answer.at} />
                </>
              )}
            </span>
          </>
        )}
      </p>
      {isUsable && (
        <button type="button" className="guard-use" onClick={() => onUse(finding)} title="Alt+Enter">
          <span>{t(finding.lead === null ? "askUse" : "askAdd")}:</span> <span dir="auto">{suggestion}</span>
        </button>
      )}
    </>
  );
}

/** The fewest characters of a reason, as the contract has it. */
const shortestReason = 3;

/** The reply was refused; whoever has a reason to send it all the same says which. */
function Insistence({ objection, onSendAnyway }: Pick<GuardNotesProps, "onSendAnyway"> & { objection: Objection }) {
  const { t } = useLanguage();
  const [reason, setReason] = useState("");
  const hintId = useId();
  const form = useRef<HTMLFormElement>(null);
  // What stopped the reply must be seen, also where only a part of the composer fits.
  useEffect(() => {
    // Not as the effect's value: newer browsers answer with a promise.
    form.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const isReason = reason.trim().length >= shortestReason;
  function submit(event: FormEvent) {
    event.preventDefault();
    if (isReason) onSendAnyway(reason.trim());
  }
  return (
    <form ref={form} className="guard-insist" onSubmit={submit}>
      <p role="alert">{t(objection === "asks" ? "blockedAsks" : "blockedDiscloses")}</p>
      <label>
        <span>{t("whyAnyway")}</span>
        <input
          value={reason}
          maxLength={300}
          aria-describedby={objection === "asks" ? hintId : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <button type="submit" className="button small" disabled={!isReason}>
        {t("sendAnyway")}
      </button>
      {objection === "asks" && (
        <small id={hintId} className="muted">
          {t("whyAnywayHint")}
        </small>
      )}
    </form>
  );
}
