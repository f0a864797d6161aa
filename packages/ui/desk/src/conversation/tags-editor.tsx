import { useRef, useState } from "react";
import { useLanguage } from "../i18n/language-context.tsx";
import { Icon } from "../layout/icon.tsx";

export interface TagsEditorProps {
  tags: readonly string[];
  disabled: boolean;
  onChange(tags: string[]): void;
}

export function TagsEditor({ tags, disabled, onChange }: TagsEditorProps) {
  const { t } = useLanguage();
  const [adding, setAdding] = useState(false);
  const button = useRef<HTMLButtonElement>(null);

  const finish = (text: string, giveFocusBack: boolean) => {
    setAdding(false);
    if (giveFocusBack) queueMicrotask(() => button.current?.focus());
    const tag = text.trim();
    if (tag && !tags.includes(tag)) onChange([...tags, tag]);
  };

  return (
    <fieldset className="tags">
      <legend className="visually-hidden">{t("tags")}</legend>
      {tags.map((tag) => (
        <span key={tag} className="tag">
          <bdi>{tag}</bdi>
          {!disabled && (
            <button type="button" aria-label={t("removeTag", { tag })} onClick={() => onChange(tags.filter((other) => other !== tag))}>
              <Icon name="close" size={12} />
            </button>
          )}
        </span>
      ))}
      {adding ? (
        <input
          className="tag-field"
          aria-label={t("addTag")}
          maxLength={60}
          // biome-ignore lint/a11y/noAutofocus: the agent pressed the button that this field replaces
          autoFocus
          onKeyDown={(event) => {
            if (event.key === "Enter") finish(event.currentTarget.value, true);
            if (event.key === "Escape") {
              event.preventDefault();
              finish("", true);
            }
          }}
          onBlur={(event) => finish(event.currentTarget.value, false)}
        />
      ) : (
        !disabled &&
        tags.length < 50 && (
          <button ref={button} type="button" className="tag add" onClick={() => setAdding(true)}>
            <Icon name="plus" size={12} />
            {t("addTag")}
          </button>
        )
      )}
    </fieldset>
  );
}
