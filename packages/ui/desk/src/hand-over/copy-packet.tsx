import { AskonceApiError } from "@askonce/client";
import { useState } from "react";
import { useLanguage } from "../i18n/language-context.tsx";
import { Problem } from "../layout/problem.tsx";
import { useSession } from "../session/session.tsx";

interface MadePacket {
  token: string;
  expiresAt: string;
  /** Whether it is in the clipboard; a browser may refuse. */
  isCopied: boolean;
}

export interface CopyPacketProps {
  ticketId: string;
  /** What goes along in the agent's own words, as it is when the button is pressed. */
  note(): string;
}

/** Everything known of a ticket as a signed packet for another system, which needs no token of ours to read it. */
export function CopyPacket({ ticketId, note }: CopyPacketProps) {
  const { t, dates } = useLanguage();
  const { client } = useSession();
  const [isMaking, setIsMaking] = useState(false);
  const [made, setMade] = useState<MadePacket | null>(null);
  const [error, setError] = useState<unknown>(null);

  async function make() {
    if (isMaking) return;
    setIsMaking(true);
    setError(null);
    setMade(null);
    try {
      const words = note();
      const { token, packet } = await client.packets.make({ ticketId, purpose: "system", ...(words ? { note: words } : {}) });
      const isCopied = await copy(token);
      setMade({ token, expiresAt: packet.expiresAt, isCopied });
    } catch (thrown) {
      setError(thrown);
    } finally {
      setIsMaking(false);
    }
  }

  const until = made && `${dates.day(made.expiresAt)}, ${dates.time(made.expiresAt)}`;
  return (
    <section className="packet" aria-label={t("packet")}>
      <p className="muted small">{t("packetHint")}</p>
      <button type="button" className="button" disabled={isMaking} onClick={() => void make()}>
        {t("packetCopy")}
      </button>
      <p className="packet-notice" role="status">
        {until && t(made.isCopied ? "packetCopied" : "packetNotCopied", { until })}
      </p>
      {made && !made.isCopied && (
        <textarea
          className="packet-token"
          aria-label={t("packet")}
          rows={3}
          readOnly
          value={made.token}
          onFocus={(event) => event.target.select()}
        />
      )}
      {AskonceApiError.is(error, "CONFIGURATION_INVALID") ? (
        <p className="problem-text" role="alert">
          {t("packetNoKeys")}
        </p>
      ) : (
        error !== null && <Problem title={t("packetFailed")} error={error} onRetry={() => void make()} />
      )}
    </section>
  );
}

/** @returns whether it is in the clipboard: an insecure page or a refused permission leaves it to be copied by hand */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
