import type { Incident } from "@askonce/spec";
import { useState } from "react";
import { useLanguage } from "../i18n/language-context.tsx";
import { Dialog } from "../layout/dialog.tsx";
import { Problem } from "../layout/problem.tsx";
import { useSession } from "../session/session.tsx";
import { closingKeys, kindKeys } from "./incident-words.ts";

/** What an agent can say; the other reasons are found by themselves. */
const reasons = ["remedied", "mistaken", "duplicate", "given_up"] as const;

export interface CloseIncidentDialogProps {
  incident: Incident;
  onClose(): void;
  onClosed(incident: Incident): void;
}

export function CloseIncidentDialog({ incident, onClose, onClosed }: CloseIncidentDialogProps) {
  const { t } = useLanguage();
  const { client } = useSession();
  const [because, setBecause] = useState<(typeof reasons)[number] | null>(null);
  const [note, setNote] = useState("");
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  async function close(reason: (typeof reasons)[number]) {
    setBusy(true);
    setError(null);
    try {
      const text = note.trim();
      onClosed(await client.incidents.close({ incidentId: incident.id, because: reason, ...(text ? { note: text } : {}) }));
    } catch (thrown) {
      setError(thrown);
      setBusy(false);
    }
  }

  return (
    <Dialog title={t("closeIncidentTitle", { kind: t(kindKeys[incident.kind]) })} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (because && !busy) void close(because);
        }}
      >
        <fieldset className="choices reasons">
          <legend className="muted">{t("closeBecause")}</legend>
          {reasons.map((reason) => (
            <label key={reason} className="choice">
              <input type="radio" name="because" checked={because === reason} onChange={() => setBecause(reason)} />
              <span className="choice-text">{t(closingKeys[reason])}</span>
            </label>
          ))}
        </fieldset>
        <label className="field">
          <span>
            {t("closeNote")} <span className="muted">({t("optional")})</span>
          </span>
          <textarea rows={3} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
        </label>
        {error !== null && <Problem title={t("closeFailed")} error={error} />}
        <div className="form-actions">
          <button type="button" className="button" onClick={onClose}>
            {t("cancel")}
          </button>
          <button type="submit" className="button primary" disabled={busy || because === null}>
            {t("closeIncident")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
