import type { PacketPurpose, Ticket } from "@askonce/spec";
import { type FormEvent, useRef, useState } from "react";
import { useLanguage } from "../i18n/language-context.tsx";
import { Dialog } from "../layout/dialog.tsx";
import { Problem } from "../layout/problem.tsx";
import { useSession } from "../session/session.tsx";
import { CopyPacket } from "./copy-packet.tsx";

export interface HandOverDialogProps {
  ticket: Ticket;
  onClose(): void;
  onDone(): void;
}

/** What people hand over for; the other purposes are for machines. */
const purposes = ["agent", "shift"] as const satisfies readonly PacketPurpose[];

/** Gives the ticket to a colleague or back to everybody. What is known goes along; the note is what only a person can add. */
export function HandOverDialog({ ticket, onClose, onDone }: HandOverDialogProps) {
  const { t } = useLanguage();
  const { client, agents, me } = useSession();
  const [purpose, setPurpose] = useState<(typeof purposes)[number]>("agent");
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const note = useRef<HTMLTextAreaElement>(null);
  const others = agents.filter(({ id, active }) => active && id !== me.id);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    const words = text("note");
    setBusy(true);
    setError(null);
    try {
      await client.tickets.handOver({ ticketId: ticket.id, purpose, toAgentId: text("to") || null, ...(words ? { note: words } : {}) });
      onDone();
    } catch (thrown) {
      setError(thrown);
      setBusy(false);
    }
  }

  return (
    <Dialog title={t("handOverTitle", { number: ticket.number })} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <p className="muted">{t("handOverHint")}</p>
        <fieldset className="segments">
          <legend className="visually-hidden">{t("handOverWhy")}</legend>
          {purposes.map((each) => (
            <label key={each} className="segment">
              <input type="radio" name="purpose" value={each} checked={purpose === each} onChange={() => setPurpose(each)} />
              <span>{t(each === "agent" ? "handOverAgent" : "handOverShift")}</span>
            </label>
          ))}
        </fieldset>
        <label className="field">
          <span>{t("handOverTo")}</span>
          <select className="select" name="to" defaultValue="">
            <option value="">{t("handOverEverybody")}</option>
            {others.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>
            {t("handOverNote")} <small className="muted">({t("optional")})</small>
          </span>
          <textarea ref={note} name="note" rows={4} maxLength={2000} dir="auto" />
        </label>
        {error !== null && <Problem title={t("handOverFailed")} error={error} />}
        <div className="form-actions">
          <button type="button" className="button" onClick={onClose}>
            {t("cancel")}
          </button>
          <button type="submit" className="button primary" disabled={busy}>
            {t("handOver")}
          </button>
        </div>
      </form>
      <CopyPacket ticketId={ticket.id} note={() => note.current?.value.trim() ?? ""} />
    </Dialog>
  );
}
