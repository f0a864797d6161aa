import type { TicketStatus } from "@askonce/spec";
import { type KeyboardEvent, type Ref, useImperativeHandle, useLayoutEffect, useRef, useState } from "react";
import { useLanguage } from "../i18n/language-context.tsx";
import { Icon } from "../layout/icon.tsx";
import { type DraftKind, keepDraft, readDraft } from "./drafts.ts";

/** The most characters of a message, as `maxMessageLength` of the contract. */
const maxLength = 100_000;

export interface ComposerHandle {
  focus(kind: DraftKind): void;
  /** Puts text where the cursor is. */
  insert(text: string): void;
  /** Takes a message back that was not sent. */
  edit(kind: DraftKind, text: string): void;
}

export interface ComposerProps {
  ticketId: string;
  customerName: string;
  ref: Ref<ComposerHandle>;
  onSend(message: { kind: DraftKind; text: string; status: TicketStatus | null }): void;
}

/** Where the agent writes. Use it with the ticket's id as `key`. */
export function Composer({ ticketId, customerName, ref, onSend }: ComposerProps) {
  const { t } = useLanguage();
  const [kind, setKind] = useState<DraftKind>("reply");
  const [drafts, setDrafts] = useState(() => ({ reply: readDraft(ticketId, "reply"), note: readDraft(ticketId, "note") }));
  const [status, setStatus] = useState<TicketStatus>("waiting");
  const field = useRef<HTMLTextAreaElement>(null);
  const cursor = useRef<number | null>(null);
  const text = drafts[kind];
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
    edit(which, taken) {
      const present = drafts[which];
      write(which, present.trim() ? `${taken}\n\n${present}` : taken);
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
    if (cursor.current === null) return;
    element.setSelectionRange(cursor.current, cursor.current);
    cursor.current = null;
  });

  function send() {
    if (!canSend) return;
    onSend({ kind, text: text.trim(), status: kind === "reply" ? status : null });
    write(kind, "");
    setStatus("waiting");
    field.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
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
        <textarea
          ref={field}
          key={kind}
          rows={3}
          dir="auto"
          value={text}
          aria-label={t(kind)}
          aria-invalid={excess > 0}
          aria-keyshortcuts="Control+Enter"
          placeholder={kind === "reply" ? t("replyPlaceholder", { name: customerName }) : t("notePlaceholder")}
          onChange={(event) => write(kind, event.target.value)}
          onKeyDown={onKeyDown}
        />
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
          <button type="button" className="button primary" disabled={!canSend} onClick={send} title="Ctrl+Enter">
            {t(kind === "reply" ? "sendReply" : "saveNote")}
          </button>
        </div>
      </div>
    </section>
  );
}
