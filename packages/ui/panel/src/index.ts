export {
  ContextLoadError,
  type ContextLoadFailure,
  type ContextSource,
  type ContextSubscribe,
  type HttpContextSourceOptions,
  httpContextSource,
  type TokenSource,
} from "./context-source.ts";
export { defineAskoncePanel } from "./define.ts";
export type { AskoncePanelElement } from "./panel-element.ts";
export type { PanelEventDetails, PanelEventMap } from "./panel-events.ts";
export { type PanelAction, type PanelError, type PanelState, panelActions } from "./panel-state.ts";
