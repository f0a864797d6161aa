import type { LoadedDetails } from "../details/load-details.ts";
import type { Words } from "../language/words.ts";
import type { PanelEventDetails } from "../panel-events.ts";
import type { PanelAction } from "../panel-state.ts";

/** What every part of the panel gets: the language, the clock, what the page can do, and how to tell it. */
export interface View {
  readonly words: Words;
  readonly nowMs: number;
  /** Everything beyond the first look; `null` until its file is here. */
  readonly details: LoadedDetails | null;
  /** That file could not be fetched. */
  readonly lacksDetails: boolean;
  readonly can: ReadonlySet<PanelAction>;
  /** The text that was just copied, so that its button can say so. */
  readonly copied: string | null;
  /** A colleague's name, where the page has told it. */
  agentName(agentId: string): string | null;
  send<Name extends keyof PanelEventDetails>(name: Name, detail: PanelEventDetails[Name]): void;
  copy(text: string): void;
}
