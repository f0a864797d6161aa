import type { TicketStatus } from "@askonce/spec";
import { type KeyboardEvent, type Ref, useImperativeHandle, useLayoutEffect, useRef, useState } from "react";
import { DraftMarks } from "../guard/draft-marks.tsx";
import { type AskFinding, questionAt, replacement } from "../guard/findings.ts";
import { GuardNotes, type Objection } from "../guard/guard-notes.tsx";
import { useDraftCheck } from "../guard/use-draft-check.ts";
import { useLanguage } from "../i18n/language-context.tsx";
import { Icon } from "../layout/icon.tsx";
import { type DraftKind, keepDraft, readDraft } from "./drafts.ts";

/** The most characters of a message, as `maxMessageLength` of the contract. */
const maxLength = 100_000;

export interface ComposerHandle {
  focus(kind: DraftKind): void;
  /** Puts text where the cursor is. */
  insert(text: string): void;
  /** Takes a message back that was not sent; `objection` when the guard refused it. */
  edit(message: Pick<ComposedMessage, "kind" | "text" | "status">, objection?: Objection): void;
}

export interface ComposedMessage {
  kind: DraftKind;
  text: string;
  /** What the ticket becomes with a reply. */
  status: TicketStatus | null;
  /** Why the reply goes although the guard objects. */
  sendAnyway: string | null;
}

export interface ComposerProps {
  ticketId: string;
  customerName: string;
  ref: Ref<ComposerHandle>;
  onSend(message: ComposedMessage): void;
}

/** Where the agent writes. Use it with the ticket's id as `key`. */
export function Composer({ ticketId, customerName, ref, onSend }: ComposerProps) {
  const { t } = useLanguage();
  const [kind, setKind] = useState<DraftKind>("reply");
  const [drafts, setDrafts] = useState(() => ({ reply: readDraft(ticketId, "reply"), note: readDraft(ticketId, "note") }));
  const [status, setStatus] = useState<TicketStatus>("waiting");
  const field = useRef<HTMLTextAreaElement>(null);
  const cursor = useRef<number | null>(null);
  const marks = useRef<HTMLDivElement>(null);
  const [refusal, setRefusal] = useState<{ objection: Objection; text: string } | null>(null);
  const text = drafts[kind];
  const guard = useDraftCheck(ticketId, kind === "reply" ? text : null);
  const { findings } = guard;
  const stands = refusal && kind === "reply" && (findings.length > 0 || text === refusal.text || !guard.isChecked);
  const excess = text.trim().length - maxLength;
  const canSend = text.trim() !== "" && excess <= 0;

  const write = (which: DraftKind, next: string) => {
    keepDraft(ticketId, which, next);
    setDrafts((before) => ({ ...before, [which]: next }));
  };
  const show = (which: DraftKind) => {
    setKind(which);
    queueMicrotask(() => field.current?.focus());
  };

  useImperativeHandle(ref, () => ({
    focus: show,
    insert(inserted) {
      const start = field.current?.selectionStart ?? text.length;
      const end = field.current?.selectionEnd ?? text.length;
      const before = text.slice(0, start);
      const gap = before === "" || /\s$/.test(before) ? "" : " ";
      cursor.current = start + gap.length + inserted.length;
      write(kind, before + gap + inserted + text.slice(end));
      show(kind);
    },
    edit({ kind: which, text: taken, status: after }, objection) {
      const present = drafts[which];
      const next = present.trim() ? `${taken}\n\n${present}` : taken;
      write(which, next);
      if (after) setStatus(after);
      if (objection) setRefusal({ objection, text: next });
      show(which);
    },
  }));

  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    // Browsers without `field-sizing: content` let the field grow this way.
    if (!CSS.supports("field-sizing", "content")) {
      element.style.height = "auto";
      element.style.height = `${Math.min(element.scrollHeight + 2, 260)}px`;
    }
    if (marks.current) marks.current.scrollTop = element.scrollTop;
    if (cursor.current === null) return;
    element.setSelectionRange(cursor.current, cursor.current);
    cursor.current = null;
  });

  function send(sendAnyway: string | null = null) {
    if (!canSend) return;
    if (guard.mode === "block" && findings.length > 0 && sendAnyway === null) {
      setRefusal({ objection: findings.some((each) => each.kind === "ask") ? "asks" : "discloses", text });
      return;
    }
    onSend({ kind, text: text.trim(), status: kind === "reply" ? status : null, sendAnyway });
    setRefusal(null);
    write(kind, "");
    setStatus("waiting");
    field.current?.focus();
  }

  /** As if it was typed, so that the browser's undo takes it back. */
  function answerByKnown(finding: AskFinding) {
    const change = replacement(text, finding);
    const element = field.current;
    if (!change || !element) return;
    element.focus();
    element.setSelectionRange(change.from, change.to);
    if (document.execCommand("insertText", false, change.text)) return;
    cursor.current = change.from + change.text.length;
    write(kind, text.slice(0, change.from) + change.text + text.slice(change.to));
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Enter" && event.altKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      const finding = questionAt(text, findings, field.current?.selectionStart ?? 0);
      if (finding) answerByKnown(finding);
    }
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) {
      event.preventDefault();
      send();
    }
    if (event.key === "Escape") field.current?.blur();
  }

  function onTabKey(event: KeyboardEvent) {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    event.preventDefault();
    const next = kind === "reply" ? "note" : "reply";
    setKind(next);
    document.getElementById(`composer-tab-${next}`)?.focus();
  }

  return (
    <section className="composer" data-kind={kind} aria-label={t("composer")}>
      <div className="tabs" role="tablist" aria-label={t("composer")} onKeyDown={onTabKey}>
        {(["reply", "note"] as const).map((which) => (
          <button
            key={which}
            id={`composer-tab-${which}`}
            type="button"
            role="tab"
            aria-selected={kind === which}
            aria-controls="composer-panel"
            tabIndex={kind === which ? 0 : -1}
            className="tab"
            onClick={() => show(which)}
          >
            {which === "note" && <Icon name="lock" size={16} />}
            {t(which)}
          </button>
        ))}
      </div>
      <div id="composer-panel" role="tabpanel" aria-labelledby={`composer-tab-${kind}`}>
        <div className="composer-body">
          <div className="draft-field">
            {findings.length > 0 && <DraftMarks ref={marks} text={text} findings={findings} />}
            <textarea
              ref={field}
              key={kind}
              rows={3}
              dir="auto"
              value={text}
              aria-label={t(kind)}
              aria-invalid={excess > 0}
              aria-describedby={findings.length > 0 ? "guard-summary" : undefined}
              aria-keyshortcuts="Control+Enter Alt+Enter"
              placeholder={kind === "reply" ? t("replyPlaceholder", { name: customerName }) : t("notePlaceholder")}
              onChange={(event) => write(kind, event.target.value)}
              onKeyDown={onKeyDown}
              onScroll={({ currentTarget }) => {
                if (marks.current) marks.current.scrollTop = currentTarget.scrollTop;
              }}
            />
          </div>
          {kind === "reply" && (
            <GuardNotes
              id="guard-summary"
              text={text}
              findings={findings}
              failed={guard.failed}
              objection={stands ? refusal.objection : null}
              onUse={answerByKnown}
              onSendAnyway={send}
            />
          )}
        </div>
        <div className="composer-actions">
          <span className="composer-hint" role="status">
            {excess > 0 ? <span className="problem-text">{t("tooLong", { count: excess })}</span> : text !== "" && t("draftKept")}
          </span>
          {kind === "reply" && (
            <label className="status-after">
              <span>{t("statusAfter")}</span>
              <select className="select" value={status} onChange={(event) => setStatus(event.target.value as TicketStatus)}>
                <option value="waiting">{t("afterWaiting")}</option>
                <option value="open">{t("afterOpen")}</option>
                <option value="resolved">{t("afterResolved")}</option>
              </select>
            </label>
          )}
          <button type="button" className="button primary" disabled={!canSend} onClick={() => send()} title="Ctrl+Enter">
            {t(kind === "reply" ? "sendReply" : "saveNote")}
          </button>
        </div>
      </div>
    </section>
  );
}
