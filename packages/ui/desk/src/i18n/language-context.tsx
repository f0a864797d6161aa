import type { SupportedLanguage } from "@askonce/spec";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { readStored, writeStored } from "../session/browser-storage.ts";
import { createDates, type Dates } from "./dates.ts";
import { chooseLanguage, createTranslate, type Translate } from "./translator.ts";

interface LanguageValue {
  language: SupportedLanguage;
  setLanguage(language: SupportedLanguage): void;
  t: Translate;
  dates: Dates;
}

const storageKey = "askonce.desk.language";
const LanguageContext = createContext<LanguageValue | null>(null);

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<SupportedLanguage>(() => {
    const stored = readStored("local", storageKey);
    return chooseLanguage(stored ? [stored, ...navigator.languages] : navigator.languages);
  });
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const value = useMemo<LanguageValue>(
    () => ({
      language,
      setLanguage(next) {
        writeStored("local", storageKey, next);
        setLanguage(next);
      },
      t: createTranslate(language),
      dates: createDates(language),
    }),
    [language],
  );
  return <LanguageContext value={value}>{children}</LanguageContext>;
}

export function useLanguage(): LanguageValue {
  const value = useContext(LanguageContext);
  if (!value) throw new Error("useLanguage is used outside of LanguageProvider");
  return value;
}
