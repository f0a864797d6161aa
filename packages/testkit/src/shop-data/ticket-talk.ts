import { hourMs, officeHour, toInstant } from "./instants.ts";
import { agents } from "./names.ts";
import type { Random } from "./random.ts";
import type { FakeLanguage } from "./shop.ts";
import type { FakeTicket, FakeTicketMessage, FakeTicketTopic } from "./ticket.ts";
import { fillSlots, outboundText, type Slots, usable } from "./ticket-text.ts";
import { ticketWords } from "./ticket-words.ts";

export interface TalkPlan {
  language: FakeLanguage;
  topic: FakeTicketTopic;
  slots: Slots;
  /** The customer's first message. */
  first: string;
  createdAt: number;
  now: number;
  /** Draws until the text is new, and remembers it. */
  unique(draw: () => string): string;
  isWritten(text: string): boolean;
}

type Course = "unread" | "noted" | "answered" | "solved" | "insisting";

/** Matters in which a customer waits for something to happen after the answer, and may lose patience. */
const waitingTopics: readonly FakeTicketTopic[] = ["whereIsMyOrder", "late", "stuck", "wrongItem", "missingItem", "refundStatus"];

/** One answer does not settle these: the parcel is still missing, or the answer asks for the right address. */
const unsettledTopics: readonly FakeTicketTopic[] = ["late", "stuck", "addressChange"];

/** How a ticket goes on after its first message: not at all, with a note, with an answer, and with what the customer says to that. */
export function holdTalk(random: Random, plan: TalkPlan): Pick<FakeTicket, "messages" | "status"> {
  const { language, topic, slots, now } = plan;
  const words = ticketWords[language];
  const customer = slots.name ?? "";
  const messages: FakeTicketMessage[] = [{ direction: "inbound", at: toInstant(plan.createdAt), text: plan.first, author: customer }];
  let at = plan.createdAt;

  function say(direction: FakeTicketMessage["direction"], leastHours: number, mostHours: number, draw: () => string): void {
    const wanted = at + random.integer(leastHours * hourMs, mostHours * hourMs);
    const polite = direction === "inbound" ? wanted : officeHour(random, wanted);
    at = polite < now ? polite : Math.ceil(at + (now - at) * (0.2 + 0.5 * random.next()));
    messages.push({ direction, at: toInstant(at), text: plan.unique(draw), author: direction === "inbound" ? customer : agents[language] });
  }

  function note(): void {
    // A note that somebody has already left word for word is simply not written again.
    const fresh = usable(words.topics[topic].notes, slots)
      .map((text) => fillSlots(text, slots))
      .filter((text) => !plan.isWritten(text));
    if (fresh.length > 0) say("note", 0.2, 6, () => random.pick(fresh));
  }

  function answer(isFinal = false): void {
    const answers = words.topics[topic].answers.filter((text) => !(isFinal && text.endsWith("?")));
    say("outbound", 0.3, 14, () => outboundText(random, language, answers, slots));
  }

  switch (drawCourse(random, plan)) {
    case "unread":
      return { messages, status: "open" };
    case "noted":
      note();
      return { messages, status: "open" };
    case "answered":
      if (random.chance(0.4)) note();
      answer();
      return { messages, status: "waiting" };
    case "solved":
      answer(true);
      say("inbound", 0.1, 10, () => composeReply(random, words.thanks, slots));
      return { messages, status: "resolved" };
    case "insisting":
      answer();
      say("inbound", 20, 60, () => composeReply(random, words.followUps, slots));
      if (random.chance(0.4)) note();
      return { messages, status: "open" };
  }
}

function drawCourse(random: Random, { topic, createdAt, now }: TalkPlan): Course {
  const course = random.weighted<Course>({ unread: 34, noted: 12, answered: 18, solved: 22, insisting: 14 });
  // Nobody insists within a day, nor where the next word is theirs.
  if (course === "insisting" && (!waitingTopics.includes(topic) || now - createdAt < 44 * hourMs)) return "answered";
  return course === "solved" && unsettledTopics.includes(topic) ? "answered" : course;
}

/** One sentence of a customer who writes again, at times with their name below it. */
function composeReply(random: Random, texts: readonly string[], slots: Slots): string {
  const firstNameOfAgent = slots.agent?.split(" ")[0] ?? "";
  const text = fillSlots(random.pick(texts), { ...slots, agent: firstNameOfAgent });
  return text.includes(slots.first ?? "") || random.chance(0.4) ? text : `${text}\n${slots[random.pick(["first", "name"])] ?? ""}`;
}
