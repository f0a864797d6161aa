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
    const answered = facts.filter((fact) => fact.key === key);
    const answers = key !== "item" || items.length < 2;
    if (answered[0] && answers) {
      known.push({ key, label, value: mayRead(key) ? answered[0].value : null });
      continue;
    }
    const choices = key === "item" ? items : (definition.options ?? []);
    const options = choices.map((value) => ({
      value: value.slice(0, 120),
      label: (formTexts[language].options[value] ?? value).slice(0, 200),
    }));
    const hasNoChoice = definition.kind === "choice" && options.length === 0;
    fields.push({ key, label, kind: hasNoChoice ? "text" : definition.kind, required: definition.required, options: options.slice(0, 50) });
  }
  return { purpose, language, fields, known };
}
