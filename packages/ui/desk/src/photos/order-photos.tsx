import type { Photo, PhotoSubject } from "@askonce/spec";
import { useEffect, useState } from "react";
import { useLiveEvents } from "../api/live-context.tsx";
import { useLanguage } from "../i18n/language-context.tsx";
import type { MessageKey } from "../i18n/messages.ts";
import { Problem } from "../layout/problem.tsx";
import { useSession } from "../session/session.tsx";
import { photoAddress } from "./photo-address.ts";

const subjectKeys: Record<PhotoSubject, MessageKey> = {
  item: "photoItem",
  packaging: "photoPackaging",
  label: "photoLabel",
  other: "photoOther",
};
/** Links work for an hour: new ones are fetched before that, so that a picture can still be opened. */
const relinkMs = 50 * 60_000;

interface State {
  photos: readonly Photo[];
  error: unknown;
  /** The links that led nowhere. */
  failed: ReadonlySet<string>;
}
const empty: State = { photos: [], error: null, failed: new Set() };

/** The photos of an order's problems, with links fetched anew whenever it is shown. Nothing where there are none. */
export function OrderPhotos({ orderRef }: { orderRef: string }) {
  const { t } = useLanguage();
  const { client, apiBaseUrl } = useSession();
  const [state, setState] = useState<State>(empty);
  const [attempt, setAttempt] = useState(0);
  const reload = () => setAttempt((count) => count + 1);

  useEffect(() => {
    const controller = new AbortController();
    const load = () =>
      client.deliveries.photos({ orderRef }, { signal: controller.signal }).then(
        ({ items }) => setState({ ...empty, photos: items }),
        (error: unknown) => {
          if (!controller.signal.aborted) setState((before) => ({ ...before, error }));
        },
      );
    void load();
    const timer = setInterval(() => void load(), relinkMs);
    return () => {
      controller.abort();
      clearInterval(timer);
    };
  }, [client, orderRef, attempt]);
  useLiveEvents((event) => {
    if (event?.type === "photo.added" && event.data.orderRef === orderRef) reload();
  });

  const { photos, error, failed } = state;
  if (error !== null && photos.length === 0) return <Problem title={t("photosFailed")} error={error} onRetry={reload} />;
  if (photos.length === 0) return null;
  return (
    <section className="order-photos" aria-label={t("photos")}>
      <h2>{t("photos")}</h2>
      {error !== null && <Problem title={t("photosFailed")} error={error} onRetry={reload} />}
      <ul>
        {photos.map((photo, index) => {
          const address = photoAddress(photo.url, apiBaseUrl);
          const subject = t(subjectKeys[photo.shows]);
          return (
            <li key={photo.id}>
              {address === null || failed.has(photo.url) ? (
                <p className="photo-gone">{t("photoExpired")}</p>
              ) : (
                <a href={address} target="_blank" rel="noreferrer" title={t("photoOpen")}>
                  <img
                    src={address}
                    alt={t("photoAlt", { number: index + 1, total: photos.length, subject })}
                    referrerPolicy="no-referrer"
                    onError={() => setState((before) => ({ ...before, failed: new Set([...before.failed, photo.url]) }))}
                  />
                </a>
              )}
              <span className="muted small">{subject}</span>
            </li>
          );
        })}
      </ul>
      {failed.size > 0 && (
        <button type="button" className="button small" onClick={reload}>
          {t("photoReload")}
        </button>
      )}
    </section>
  );
}
