import { eventIterator } from "@orpc/contract";
import { eventEnvelopeSchema } from "../events/event.ts";
import { agentEndpoint } from "./base.ts";

export const eventsContract = {
  stream: agentEndpoint
    .route({
      method: "GET",
      path: "/events",
      summary: "Server-sent events; resumes after `Last-Event-ID`",
      description:
        "Each event's id is its sequence. Without `Last-Event-ID` the stream starts with what happens next. Every 15 seconds a comment keeps the line open.",
      tags: ["events"],
    })
    .output(eventIterator(eventEnvelopeSchema)),
};
