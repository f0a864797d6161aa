import type { Fact, FactKey, Form, FormField, FormPurpose, ReportableProblem, SupportedLanguage } from "@askonce/spec";
import { fieldsOf } from "./form-fields.ts";
import { formTexts, labelOf } from "./form-texts.ts";

export interface FormGround {
  purpose: FormPurpose;
  kind: ReportableProblem | undefined;
  language: SupportedLanguage;
  /** What is known, best first. */
  facts: readonly Pick<Fact, "key" | "value">[];
  /** What somebody may choose from when it is about one of several things. */
  items: readonly string[];
  /** Whether whoever fills it in may read a value. */
  mayRead(key: FactKey): boolean;
}

/** A form of what is not known. Of several items of an order nobody knows which one it is about; of one it is that one. */
export function buildForm({ purpose, kind, language, facts, items, mayRead }: FormGround): Form {
  const known: Form["known"] = [];
  const fields: FormField[] = [];
  for (const definition of fieldsOf(purpose, kind)) {
    const { key } = definition;
    const label = labelOf(key, language);
    const answer = key === "item" && items.length > 0 ? onlyOf(items) : facts.find((fact) => fact.key === key)?.value;
    if (answer) {
      known.push({ key, label, value: mayRead(key) ? answer.slice(0, 2000) : null });
      continue;
    }
    // The shop's own words for its goods are never ours, whatever they are: "Refund", "constructor".
    const options =
      key === "item"
        ? [...new Set(items.map((title) => title.slice(0, 120)))].map((title) => ({ value: title, label: title }))
        : (definition.options ?? []).map((value) => ({ value, label: formTexts[language].options[value] ?? value }));
    const hasNoChoice = definition.kind === "choice" && options.length === 0;
    fields.push({ key, label, kind: hasNoChoice ? "text" : definition.kind, required: definition.required, options: options.slice(0, 50) });
  }
  return { purpose, language, fields, known };
}

function onlyOf(items: readonly string[]): string | undefined {
  return items.length === 1 ? items[0] : undefined;
}
