import { useEffect, useState } from "react";
import type { LiveState } from "../api/live.ts";
import { useLiveState } from "../api/live-context.tsx";
import { useLanguage } from "../i18n/language-context.tsx";

/** Whether what the agent sees keeps itself up to date. */
export function LiveBadge() {
  const { t } = useLanguage();
  const live = useLiveState();
  const seconds = useCountdown(live);
  const text =
    live.state === "live"
      ? t("liveOn")
      : live.state === "connecting"
        ? t("liveConnecting")
        : live.state === "stopped"
          ? t("liveStopped")
          : t("liveOff", { seconds });
  return (
    <span className="live" data-state={live.state} role="status" title={text}>
      <span className="live-dot" />
      <span className="live-text">{text}</span>
    </span>
  );
}

function useCountdown(live: LiveState): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (live.state !== "waiting") return;
    const endsAt = Date.now() + live.retryInMs;
    const update = () => setSeconds(Math.max(1, Math.ceil((endsAt - Date.now()) / 1000)));
    update();
    const timer = setInterval(update, 1000);
    return () => clearInterval(timer);
  }, [live]);
  return seconds;
}
