import { type ReactNode, useEffect, useId, useRef } from "react";
import { useLanguage } from "../i18n/language-context.tsx";
import { Icon } from "./icon.tsx";

export interface DialogProps {
  title: string;
  onClose(): void;
  children: ReactNode;
}

/** The browser's own modal dialog: it keeps the focus inside, gives it back afterwards and closes on Escape. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const { t } = useLanguage();
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    // The browser would choose the first control, which closes the dialog again.
    dialog?.querySelector<HTMLElement>("input, textarea")?.focus();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      className="dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => {
        if (event.target === element.current) onClose();
      }}
    >
      <div className="dialog-body">
        <header className="dialog-head">
          <h2 id={titleId}>{title}</h2>
          <button type="button" className="icon-button" aria-label={t("close")} onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
