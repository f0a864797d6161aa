import type { Assurance } from "@askonce/spec";
import { useLanguage } from "../i18n/language-context.tsx";
import type { MessageKey } from "../i18n/messages.ts";
import { Icon, type IconName } from "../layout/icon.tsx";

const looks: Record<Assurance, { text: MessageKey; hint: MessageKey; icon: IconName; strength: "weak" | "some" | "strong" }> = {
  anonymous: { text: "assuranceAnonymous", hint: "assuranceAnonymousHint", icon: "question", strength: "weak" },
  claimed: { text: "assuranceClaimed", hint: "assuranceClaimedHint", icon: "question", strength: "weak" },
  orderMatched: { text: "assuranceOrderMatched", hint: "assuranceOrderMatchedHint", icon: "parcel", strength: "some" },
  otpVerified: { text: "assuranceOtpVerified", hint: "assuranceOtpVerifiedHint", icon: "shield", strength: "strong" },
  signedIn: { text: "assuranceSignedIn", hint: "assuranceSignedInHint", icon: "shield", strength: "strong" },
};

/** How sure we are of who wrote this one message. */
export function AssuranceBadge({ assurance }: { assurance: Assurance }) {
  const { t } = useLanguage();
  const { text, hint, icon, strength } = looks[assurance];
  return (
    <span className="assurance" data-strength={strength} title={t(hint)}>
      <Icon name={icon} size={14} />
      {t(text)}
      <span className="visually-hidden"> ({t(hint)})</span>
    </span>
  );
}
