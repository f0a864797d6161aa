import { describe, expect, it } from "vitest";
import { createEventParser, type ServerSentEvent } from "./server-sent-events.ts";

const stream =
  ': hello\r\n\r\nid: 7\r\nevent: message\r\ndata: {"a":\r\ndata: "ț"}\r\n\r\n:\n\ndata:two\n\nevent: done\n\ndata: unfinished';
const expected: ServerSentEvent[] = [
  { event: "message", data: '{"a":\n"ț"}', id: "7" },
  { event: "message", data: "two", id: null },
  { event: "done", data: "", id: null },
];

describe("server-sent events", () => {
  it("reads fields, joined data, comments and every kind of line end", () => {
    expect(createEventParser()(stream)).toEqual(expected);
  });

  it("gives the same events wherever the text is cut in two", () => {
    for (let cut = 0; cut <= stream.length; cut += 1) {
      const parse = createEventParser();
      expect([...parse(stream.slice(0, cut)), ...parse(stream.slice(cut))], `cut at ${cut}`).toEqual(expected);
    }
  });

  it("gives the same events character by character", () => {
    const parse = createEventParser();
    expect([...stream].flatMap((character) => parse(character))).toEqual(expected);
  });
});
