import { describeError } from "../api/describe-error.ts";
import { useLanguage } from "../i18n/language-context.tsx";
import { Avatar } from "../layout/avatar.tsx";
import { Icon } from "../layout/icon.tsx";
import { useSession } from "../session/session.tsx";
import { MessageText } from "./message-text.tsx";
import type { Outgoing } from "./outbox.ts";
import { useOutbox } from "./outbox-context.tsx";

/** A message that the server has not confirmed, and says so. */
export function OutgoingItem({ outgoing, onEdit }: { outgoing: Outgoing; onEdit(outgoing: Outgoing): void }) {
  const { t } = useLanguage();
  const { me } = useSession();
  const { outbox } = useOutbox();
  const { localId, state, kind } = outgoing;
  return (
    <li className="message" data-direction={kind === "note" ? "note" : "outbound"} data-outgoing={state}>
      {kind === "reply" && <Avatar name={me.name} kind="agent" />}
      <div className="bubble">
        <div className="message-head">
          {kind === "note" && <Icon name="lock" size={16} />}
          <span className="message-author">{t("you")}</span>
          {kind === "note" && <span className="note-label">{t("internalNote")}</span>}
        </div>
        <MessageText text={outgoing.text} />
        {state === "sending" ? (
          <div className="message-delivery" role="status">
            <span className="spinner" /> {t("sending")}
          </div>
        ) : (
          <div className="message-delivery" data-delivery="failed" role="alert">
            <p>
              <Icon name="warning" size={14} />{" "}
              {state === "unknown" ? t("maybeSent") : `${t("notSent")}. ${describeError(outgoing.error, t).detail}`}
            </p>
            <div className="outgoing-actions">
              <button type="button" className="button small" onClick={() => outbox.retry(localId)}>
                {t("sendAgain")}
              </button>
              <button
                type="button"
                className="button small"
                onClick={() => {
                  outbox.discard(localId);
                  onEdit(outgoing);
                }}
              >
                {t("editAgain")}
              </button>
              <button type="button" className="button small" onClick={() => outbox.discard(localId)}>
                {t("discard")}
              </button>
            </div>
          </div>
        )}
      </div>
    </li>
  );
}
