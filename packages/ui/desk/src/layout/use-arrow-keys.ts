import { type KeyboardEvent, type RefObject, useRef } from "react";

/** In a list of links the arrows move the focus; Enter, being a link's own key, opens. */
export function useArrowKeys(selector: string): { element: RefObject<HTMLUListElement | null>; onKeyDown(event: KeyboardEvent): void } {
  const element = useRef<HTMLUListElement>(null);
  return {
    element,
    onKeyDown(event) {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      const links = [...(element.current?.querySelectorAll<HTMLElement>(selector) ?? [])];
      const index = links.indexOf(document.activeElement as HTMLElement);
      const next = links[index + (event.key === "ArrowDown" ? 1 : -1)];
      if (!next) return;
      event.preventDefault();
      next.focus();
    },
  };
}
