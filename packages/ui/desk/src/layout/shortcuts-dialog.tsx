import { useLanguage } from "../i18n/language-context.tsx";
import type { MessageKey } from "../i18n/messages.ts";
import { Dialog } from "./dialog.tsx";

const shortcuts: readonly (readonly [keys: readonly string[], text: MessageKey])[] = [
  [["j", "↓"], "keyNext"],
  [["k", "↑"], "keyPrevious"],
  [["/"], "keySearch"],
  [["t"], "keyTickets"],
  [["i"], "keyIncidents"],
  [["c"], "keyNewTicket"],
  [["r"], "keyReply"],
  [["n"], "keyNote"],
  [["Ctrl", "Enter"], "keySend"],
  [["Alt", "Enter"], "keyUseKnown"],
  [["Esc"], "keyClose"],
  [["?"], "keyHelp"],
];

export function ShortcutsDialog({ onClose }: { onClose(): void }) {
  const { t } = useLanguage();
  return (
    <Dialog title={t("shortcuts")} onClose={onClose}>
      <dl className="shortcuts">
        {shortcuts.map(([keys, text]) => (
          <div key={text}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(text)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
