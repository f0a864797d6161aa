import { AskonceApiError } from "@askonce/client";
import { useState } from "react";
import { describeError } from "../api/describe-error.ts";
import { useLanguage } from "../i18n/language-context.tsx";
import type { Translate } from "../i18n/translator.ts";
import { useSession } from "../session/session.tsx";

/** The claim as a document to send to the courier. It needs the agent's token, so a plain link would not do. */
export function ClaimDownload({ incidentId }: { incidentId: string }) {
  const { t } = useLanguage();
  const { download } = useSession();
  const [isLoading, setIsLoading] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function save() {
    setIsLoading(true);
    setError(null);
    try {
      const address = URL.createObjectURL(await download(`/incidents/${incidentId}/claim.pdf`, "application/pdf"));
      const link = document.createElement("a");
      link.href = address;
      link.download = `claim-${incidentId}.pdf`;
      link.click();
      // Only after the browser took it.
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
    } catch (thrown) {
      setError(thrown);
    } finally {
      setIsLoading(false);
    }
  }

  return (
    <>
      <button type="button" className="button" disabled={isLoading} onClick={() => void save()}>
        {isLoading ? t("loading") : t("claimPdf")}
      </button>
      {error !== null && (
        <p className="problem-text claim-problem" role="alert">
          {claimProblem(error, t)}
        </p>
      )}
    </>
  );
}

function claimProblem(error: unknown, t: Translate): string {
  if (AskonceApiError.is(error, "CLAIM_INCOMPLETE")) return t("claimNoParcel");
  if (AskonceApiError.is(error, "ADAPTER_UNSUPPORTED")) return t("claimNotSetUp");
  const status = AskonceApiError.is(error) ? error.status : null;
  if (status !== null && status >= 400 && status < 500 && status !== 401 && status !== 429) return t("claimImpossible");
  return `${t("claimFailed")}. ${describeError(error, t).detail}`;
}
