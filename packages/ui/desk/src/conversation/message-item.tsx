import type { Message } from "@askonce/spec";
import { useLanguage } from "../i18n/language-context.tsx";
import type { MessageKey } from "../i18n/messages.ts";
import { Avatar } from "../layout/avatar.tsx";
import { Icon } from "../layout/icon.tsx";
import { When } from "../layout/when.tsx";
import { useSession } from "../session/session.tsx";
import { AssuranceBadge } from "./assurance-badge.tsx";
import { MessageText } from "./message-text.tsx";

const deliveryKeys: Partial<Record<Message["delivery"], MessageKey>> = {
  stored: "deliveryStored",
  queued: "deliveryQueued",
  sent: "deliverySent",
  failed: "deliveryFailed",
};

/** One message, by direction: from the customer, to the customer, or a note among agents. */
export function MessageItem({ message }: { message: Message }) {
  const { t } = useLanguage();
  const { me } = useSession();
  const { author, direction } = message;
  const kindName = t(author.kind);
  const name = author.name ?? kindName;
  const delivery = direction === "outbound" ? deliveryKeys[message.delivery] : undefined;
  return (
    <li className="message" data-direction={direction} data-message={message.id}>
      {direction !== "note" && <Avatar name={author.name} kind={author.kind} />}
      <div className="bubble">
        <div className="message-head">
          {direction === "note" && <Icon name="lock" size={16} />}
          <bdi className="message-author">{author.kind === "agent" && author.id === me.id ? t("you") : name}</bdi>
          {direction === "note" && (
            <span className="note-label" title={t("noteOnlyAgents")}>
              {t("internalNote")}
            </span>
          )}
          {direction === "inbound" && <AssuranceBadge assurance={message.assurance} />}
          <span className="message-when">
            <When at={message.at} form="time" />
          </span>
        </div>
        <MessageText text={message.text} />
        {delivery && (
          <div className="message-delivery" data-delivery={message.delivery}>
            {message.delivery === "failed" && <Icon name="warning" size={14} />}
            {t(delivery)}
          </div>
        )}
      </div>
    </li>
  );
}
