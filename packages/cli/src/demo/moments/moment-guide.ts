import { escaped } from "../escaped.ts";
import { type MomentName, momentNames } from "./plan-moments.ts";

interface GuideEntry {
  title: string;
  what: string;
  /** Drafts to type into the ticket's answer, and what is said of each. */
  drafts: readonly { text: string; says: string }[];
}

const guide: Readonly<Record<MomentName, GuideEntry>> = {
  form: {
    title: "A form, two photos and a mail",
    what: "The customer filled in a form with the order's number, sent two photos, and wrote again by mail. All of it stands beside the ticket.",
    drafts: [
      {
        text: "Ne puteți trimite numărul comenzii și o fotografie a produsului?",
        says: "both are known: where from, since when, and a sentence that says it instead",
      },
      { text: "Aveți și o fotografie a etichetei de transport?", says: "not marked: of the label there is none" },
    ],
  },
  words: {
    title: "Which order, told by the words",
    what: "Several orders and no number: one thing the customer wrote of is in one order only. The colleague before left a note for whoever takes over.",
    drafts: [
      { text: "Mi può dare il numero dell'ordine, per favore?", says: "known: the order was found by its words" },
      { text: "Preferisce un rimborso o una sostituzione?", says: "not marked: nobody knows it yet" },
    ],
  },
  unsure: {
    title: "Which order? Nobody can tell",
    what: "Two orders are on their way and the message fits both. Nothing is guessed; the panel asks you to choose.",
    drafts: [{ text: "Which of your orders do you mean?", says: "not marked: this has to be asked" }],
  },
  person: {
    title: "The same person, perhaps",
    what: "The same mailbox with a tag, and the same name. Confirm the suggestion and the earlier ticket and orders join; undo it and everything is as before.",
    drafts: [{ text: "Ne puteți spune adresa dumneavoastră de e-mail?", says: "known: it is the address they write from" }],
  },
};

/** What to look at and what to type to see that nobody is asked twice; empty for a demo of an earlier version. */
export function momentGuide(moments: Partial<Record<MomentName, string>>): string {
  const entries = momentNames.flatMap((name) => {
    const ticketId = moments[name];
    return ticketId === undefined ? [] : [entryOf(guide[name], ticketId)];
  });
  if (entries.length === 0) return "";
  return `<h2>Nobody asked twice</h2>
<p>Open a ticket, type a sentence as the answer, and wait a moment. Nothing is sent before you send it.</p>
<ol>
${entries.join("\n")}
</ol>
<p><a href="/#/asked-twice">Asked twice</a> shows how often each of three colleagues asked for what was known, in the last four weeks.</p>
`;
}

function entryOf({ title, what, drafts }: GuideEntry, ticketId: string): string {
  const lines = drafts.map(({ text, says }) => `<li><q>${escaped(text)}</q><br>${escaped(says)}</li>`).join("\n");
  return `<li><a href="/#/tickets/${escaped(ticketId)}">${escaped(title)}</a>. ${escaped(what)}
<ul>
${lines}
</ul></li>`;
}
