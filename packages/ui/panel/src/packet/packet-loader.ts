import type { ContextLoader } from "../context-loader.ts";
import { loadDetails } from "../details/load-details.ts";
import type { OpenedPacket } from "../details/panel-packet.ts";
import type { Words } from "../language/words.ts";
import type { PanelError } from "../panel-state.ts";

interface PacketLoaderOptions {
  baseUrl: string;
  token: string;
  words: Words;
  /** `null` is a failing network: not even what reads a packet could be fetched. */
  show: (answer: OpenedPacket | PanelError | null) => void;
  loading: () => void;
}

/** Opens a packet, and again when it is asked to; the answer to what was asked before is then not wanted any more. */
export function startPacketLoader({ baseUrl, token, words: { language, texts }, show, loading }: PacketLoaderOptions): ContextLoader {
  let run: AbortController;
  async function reload() {
    run?.abort();
    run = new AbortController();
    const { signal } = run;
    loading();
    const answer = await Promise.all([
      import("../details/panel-packet.ts").then((part) => part.openPacket({ baseUrl, token, language, texts, signal, whenOnline: reload })),
      loadDetails(language),
    ]).catch(() => null);
    if (!signal.aborted) show(answer?.[1] ? answer[0] : null);
  }
  void reload();
  return { reload, stop: () => run.abort() };
}
