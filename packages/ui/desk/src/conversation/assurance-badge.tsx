import type { Assurance } from "@askonce/spec";
import { useLanguage } from "../i18n/language-context.tsx";
import type { MessageKey } from "../i18n/messages.ts";
import { Icon, type IconName } from "../layout/icon.tsx";

const looks: Record<
  Exclude<Assurance, "claimed">,
  { text: MessageKey; hint: MessageKey; icon: IconName; strength: "weak" | "some" | "strong" }
> = {
  anonymous: { text: "assuranceAnonymous", hint: "assuranceAnonymousHint", icon: "question", strength: "weak" },
  orderMatched: { text: "assuranceOrderMatched", hint: "assuranceOrderMatchedHint", icon: "parcel", strength: "some" },
  otpVerified: { text: "assuranceOtpVerified", hint: "assuranceOtpVerifiedHint", icon: "verified", strength: "strong" },
  signedIn: { text: "assuranceSignedIn", hint: "assuranceSignedInHint", icon: "verified", strength: "strong" },
};

/** How sure we are of who wrote this one message. Somebody who merely says who they are gets no mark: that is how every message begins. */
export function AssuranceBadge({ assurance }: { assurance: Assurance }) {
  const { t } = useLanguage();
  if (assurance === "claimed") return null;
  const { text, hint, icon, strength } = looks[assurance];
  return (
    <span className="assurance" data-strength={strength} title={t(hint)}>
      <Icon name={icon} size={14} />
      {t(text)}
      <span className="visually-hidden"> ({t(hint)})</span>
    </span>
  );
}
