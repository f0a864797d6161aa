import { formPurposes, formSchema, reportableProblemSchema, supportedLanguages } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { identitySecret, instance } from "../testing/instance.ts";
import { storefrontInstance } from "../testing/storefront-instance.ts";
import { buildForm } from "./build-form.ts";
import { fieldsOf } from "./form-fields.ts";
import { formTexts, labelOf } from "./form-texts.ts";

const keysOf = (form: { fields: { key: string }[]; known: { key: string }[] }) => [
  form.fields.map((one) => one.key),
  form.known.map((one) => one.key),
];
const ground = { purpose: "report", kind: "damaged", language: "en", facts: [], items: [], mayRead: () => true } as const;

describe("a form", () => {
  it("has words for every field and choice in every language, and no two alike", () => {
    for (const language of supportedLanguages) {
      const labels = new Set<string>();
      for (const purpose of formPurposes)
        for (const kind of [undefined, ...reportableProblemSchema.options])
          for (const { key, options = [] } of fieldsOf(purpose, kind)) {
            const label = labelOf(key, language);
            expect(label, `${key} in ${language}`).not.toBe(key);
            labels.add(label);
            for (const option of options) expect(formTexts[language].options[option], `${option} in ${language}`).toMatch(/\S/);
          }
      expect(labels.size).toBe(Object.keys(formTexts[language].labels).length);
    }
    expect(labelOf("email", "it")).not.toBe(labelOf("email", "ro"));
  });

  it("leaves out what is known, and says it only to who may read it", () => {
    const facts = [
      { key: "email", value: "ana@example.test" },
      { key: "email", value: "old@example.test" },
      { key: "orderNumber", value: "1042" },
    ] as const;
    const open = buildForm({ ...ground, facts, items: ["Shoes"] });
    expect(open.known.map((one) => [one.key, one.value])).toEqual([
      ["email", "ana@example.test"],
      ["orderNumber", "1042"],
      ["item", "Shoes"],
    ]);
    expect(open.fields.map((one) => one.key)).not.toContain("email");
    const closed = buildForm({ ...ground, facts, items: ["Shoes"], mayRead: (key) => key === "orderNumber" });
    expect(closed.known.map((one) => one.value)).toEqual([null, "1042", null]);
    expect(formSchema.parse(open)).toEqual(open);
  });

  it("offers the items of an order, in the shop's own words whatever they are", () => {
    const items = ["refund", "constructor", "__proto__", "x".repeat(300), "x".repeat(301)];
    const form = buildForm({ ...ground, items });
    const item = form.fields.find((field) => field.key === "item");
    expect(item).toMatchObject({ kind: "choice", required: true });
    expect(item?.options.map((option) => option.label)).toEqual(["refund", "constructor", "__proto__", "x".repeat(120)]);
    expect(formSchema.parse(form)).toEqual(form);
    const many = buildForm({ ...ground, items: Array.from({ length: 80 }, (_, index) => `Item ${index}`) });
    expect(many.fields.find((field) => field.key === "item")?.options).toHaveLength(50);
  });

  it("asks for the item in words where there is nothing to choose from", () => {
    expect(buildForm(ground).fields.find((field) => field.key === "item")).toMatchObject({ kind: "text", options: [] });
  });
});

describe("a guest's form", () => {
  it("asks everything and knows nothing, whatever order is named", async () => {
    const { askonce, shop, request } = storefrontInstance();
    await askonce.sync.backfill("memory");
    const [order] = shop.orders;
    const plain = await (await request("GET", "/forms/report?kind=damaged")).text();
    const named = await (await request("GET", `/forms/report?kind=damaged&number=${order?.number}&email=${order?.email}`)).text();
    expect(named).toBe(plain);
    const form = formSchema.parse(JSON.parse(plain));
    expect(form.known).toEqual([]);
    expect(form.fields.map((field) => field.key)).toEqual(fieldsOf("report", "damaged").map((field) => field.key));
  });

  it("is in the language that was asked for, else the shop's", async () => {
    const { call } = instance({ shop: { language: "ro-RO" } });
    expect((await call("GET", "/forms/chat")).body).toMatchObject({ language: "ro" });
    expect((await call("GET", "/forms/chat?language=it")).text).toContain(labelOf("problem", "it"));
    expect((await call("GET", "/forms/chat?language=xx")).status).toBe(400);
    expect((await call("GET", "/forms/everything")).status).toBe(400);
  });
});

describe("a customer's form", () => {
  const made = async () => {
    const instance = storefrontInstance({ identity: { secrets: [identitySecret] } });
    await instance.askonce.sync.backfill("memory");
    return instance;
  };

  it("knows their address, their order and its only item, and asks for the rest", async () => {
    const { askonce, shop, request } = await made();
    const order = shop.orders.find((one) => one.items.length === 1);
    const token = await askonce.identity.sign({ customerRef: "memory:account", email: order?.email ?? "", language: "it" });
    const read = async (query: string) =>
      formSchema.parse(await (await request("GET", `/my/forms/report${query}`, undefined, token)).json());
    const form = await read(`?kind=damaged&number=${encodeURIComponent(order?.number ?? "")}`);
    expect(form.language).toBe("it");
    expect(keysOf(form)).toEqual([
      ["damageExtent", "photoOfItem", "photoOfPackaging", "photoOfLabel", "wantedOutcome", "problem"],
      ["email", "orderNumber", "item"],
    ]);
    expect(form.known.map((one) => one.value)).toEqual([order?.email, order?.number, order?.items[0]?.name]);
    expect(form.known[0]?.label).toBe(labelOf("email", "it"));
  });

  it("does not know somebody else's order, and says no more than that", async () => {
    const { askonce, shop, request } = await made();
    const [own] = shop.orders;
    const other = shop.orders.find((one) => one.email !== own?.email);
    const token = await askonce.identity.sign({ customerRef: "memory:account", email: own?.email ?? "" });
    const read = async (number: string) =>
      (await request("GET", `/my/forms/report?kind=damaged&number=${encodeURIComponent(number)}`, undefined, token)).text();
    const foreign = await read(other?.number ?? "");
    expect(foreign).toBe(await read("no-such-number"));
    for (const secret of [other?.number, other?.email, other?.items[0]?.name]) expect(foreign).not.toContain(secret);
  });

  it("does not ask again what was reported, and asks anew about another problem", async () => {
    const { askonce, shop, request } = await made();
    const order = shop.orders.find((one) => one.items.length === 1 && one.parcels.length === 1);
    const number = order?.number ?? "";
    const token = await askonce.identity.sign({ customerRef: "memory:account", email: order?.email ?? "" });
    const body = { number, kind: "damaged", text: "Broken glass", details: {} };
    const reported = await request("POST", "/my/problems", body, token);
    expect([reported.status, await reported.text()]).toEqual([201, expect.any(String)]);
    const read = async (path: string) => keysOf(await (await request("GET", path, undefined, token)).json());
    const query = `number=${encodeURIComponent(number)}`;
    expect((await read(`/my/forms/report?kind=damaged&${query}`))[1]).toContain("problem");
    expect((await read(`/my/forms/report?kind=missing_items&${query}`))[0]).toContain("problem");
    expect((await read(`/my/forms/chat?${query}`))[0], "a chat is about something new").toContain("problem");
  });
});
