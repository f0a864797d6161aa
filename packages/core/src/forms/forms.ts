import type { ContextOrder, Fact, Form, FormPurpose, ReportableProblem, SupportedLanguage } from "@askonce/spec";
import { answerLanguage } from "../answers/answer-language.ts";
import type { Caller } from "../caller.ts";
import type { CustomerOrders } from "../customers/customer-orders.ts";
import { contactPointsOf, customerRow, toCustomer } from "../customers/customers.sql.ts";
import { type DisclosedField, disclosure, mayShow } from "../disclosure/disclosure.ts";
import { factsFromOrder } from "../facts/facts-from-order.ts";
import { factsFromReports } from "../facts/facts-from-reports.ts";
import { factsFromCustomer } from "../facts/facts-of-person.ts";
import type { Store } from "../storage/store.ts";
import { buildForm } from "./build-form.ts";

type CustomerCaller = Extract<Caller, { kind: "customer" }>;

export interface FormRequest {
  purpose: FormPurpose;
  kind?: ReportableProblem | undefined;
  language?: SupportedLanguage | undefined;
}

/** Forms that ask only for what is not known. */
export interface Forms {
  /** For somebody nothing is known of: everything is asked. */
  forGuest(request: FormRequest): Form;
  /** For a customer. @param request.number the order it is about; default their only one that is on its way or was placed lately */
  forCustomer(request: FormRequest & { number?: string | undefined }, caller: CustomerCaller): Promise<Form>;
}

const recentMs = 45 * 24 * 3_600_000;

export function createForms(store: Store, customerOrders: CustomerOrders, now: () => number): Forms {
  const languageOf = (wanted: SupportedLanguage | undefined, own: string | null) =>
    wanted ?? answerLanguage(own ?? store.shop.language).language;

  const orderFor = async (number: string | undefined, caller: CustomerCaller): Promise<ContextOrder | null> => {
    if (number !== undefined) return customerOrders.findOwn(number, caller);
    const { items } = await customerOrders.list(caller.customerId, { limit: 10 }, caller);
    const recent = items.filter((item) => Date.parse(item.order.placedAt) > now() - recentMs);
    return recent.length === 1 ? (recent[0] ?? null) : null;
  };

  return {
    forGuest({ purpose, kind, language }) {
      return buildForm({ purpose, kind, language: languageOf(language, null), facts: [], items: [], mayRead: () => false });
    },

    async forCustomer({ purpose, kind, language, number }, caller) {
      const database = await store.ready();
      const row = await customerRow(database, store.shopId, caller.customerId);
      const customer = toCustomer(row, await contactPointsOf(database, store.shopId, [caller.customerId]));
      const entry = await orderFor(number, caller);
      const facts: Fact[] = factsFromCustomer(customer, "");
      if (entry) facts.push(...factsFromOrder(entry, "", customer.id), ...(kind ? await reported(entry, kind) : []));
      const items = entry?.order.items.filter((item) => item.currentQuantity > 0).map((item) => item.title) ?? [];
      const mayRead = (key: string) => mayShow(key in disclosure ? (key as DisclosedField) : "facts", caller.assurance);
      return buildForm({ purpose, kind, language: languageOf(language, customer.language), facts, items: [...new Set(items)], mayRead });
    },
  };

  /** Of the same problem of the order: what was said of another one, or what a chat was about before, answers nothing here. */
  async function reported({ order }: ContextOrder, kind: ReportableProblem): Promise<Fact[]> {
    const database = await store.ready();
    const reports = await database
      .selectFrom("problem_reports")
      .select(["id", "order_ref", "kind", "by", "details", "assurance", "created_at"])
      .where("shop_id", "=", store.shopId)
      .where("order_ref", "=", order.ref)
      .where("kind", "=", kind)
      .where("cleared_at", "is", null)
      .execute();
    const photos = await database
      .selectFrom("photos")
      .select(["id", "order_ref", "shows", "created_at"])
      .where("shop_id", "=", store.shopId)
      .where("order_ref", "=", order.ref)
      .execute();
    return factsFromReports(reports, photos, "", null);
  }
}
