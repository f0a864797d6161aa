import { AskoncePanel } from "./panel.ts";

/** Registers `<askonce-panel>`. Calling it again, or where there is no DOM (a server that renders), does nothing. */
export function defineAskoncePanel(): void {
  if (typeof customElements === "undefined" || customElements.get("askonce-panel")) return;
  customElements.define("askonce-panel", AskoncePanel);
}
