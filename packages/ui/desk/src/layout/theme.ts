import { useEffect, useState } from "react";
import { readStored, writeStored } from "../session/browser-storage.ts";

export type Theme = "light" | "dark";
const storageKey = "askonce.desk.theme";
const systemQuery = "(prefers-color-scheme: dark)";

/** The system's theme until the agent chooses one. */
export function useTheme(): [theme: Theme, toggle: () => void] {
  const [chosen, setChosen] = useState<Theme | null>(() => {
    const stored = readStored("local", storageKey);
    return stored === "light" || stored === "dark" ? stored : null;
  });
  const [system, setSystem] = useState<Theme>(() => (matchMedia(systemQuery).matches ? "dark" : "light"));
  useEffect(() => {
    const query = matchMedia(systemQuery);
    const onChange = () => setSystem(query.matches ? "dark" : "light");
    query.addEventListener("change", onChange);
    return () => query.removeEventListener("change", onChange);
  }, []);
  const theme = chosen ?? system;
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  const toggle = () => {
    const next = theme === "dark" ? "light" : "dark";
    writeStored("local", storageKey, next);
    setChosen(next);
  };
  return [theme, toggle];
}
