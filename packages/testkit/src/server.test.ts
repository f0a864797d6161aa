import { connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import { type RequestHandlerServer, type ServeOptions, serveRequestHandler } from "./server.ts";

const servers: RequestHandlerServer[] = [];

/** A body that gives one part after the other; a part that rejects breaks it off. */
function streamOf(...parts: (() => Promise<string>)[]): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const part = parts.shift();
      if (part === undefined) controller.close();
      else controller.enqueue(new TextEncoder().encode(await part()));
    },
  });
}

async function serve(handler: (request: Request) => Promise<Response>, options: ServeOptions = {}): Promise<RequestHandlerServer> {
  const server = await serveRequestHandler(handler, options);
  servers.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

test("passes method, path, query, headers and body on, and the answer back", async () => {
  const server = await serve(async (request) => {
    const url = new URL(request.url);
    return Response.json(
      { method: request.method, path: url.pathname + url.search, header: request.headers.get("x-one"), body: await request.text() },
      { status: 201, headers: { "x-answer": "yes" } },
    );
  });
  const response = await fetch(`${server.url}/a/b?c=%20d`, { method: "POST", headers: { "x-one": "1" }, body: "ășț" });
  expect(response.status).toBe(201);
  expect(response.headers.get("x-answer")).toBe("yes");
  expect(await response.json()).toEqual({ method: "POST", path: "/a/b?c=%20d", header: "1", body: "ășț" });
});

test("a path that starts with two slashes stays a path and never becomes a host", async () => {
  const server = await serve(async (request) => new Response(new URL(request.url).host + new URL(request.url).pathname));
  const response = await fetch(`${server.url}//evil.example/x`);
  expect(await response.text()).toBe(`127.0.0.1:${server.port}//evil.example/x`);
});

test("keeps several cookies apart", async () => {
  const server = await serve(async () => {
    const headers = new Headers();
    headers.append("set-cookie", "a=1");
    headers.append("set-cookie", "b=2");
    return new Response("ok", { headers });
  });
  expect((await fetch(server.url)).headers.getSetCookie()).toEqual(["a=1", "b=2"]);
});

test("streams the answer: the first part arrives while the handler still holds back the second", async () => {
  let release = (): void => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const server = await serve(async () => {
    return new Response(
      streamOf(
        async () => "one",
        async () => {
          await gate;
          return "two";
        },
      ),
    );
  });
  const reader = (await fetch(server.url)).body?.getReader();
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe("one");
  release();
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe("two");
  expect((await reader?.read())?.done).toBe(true);
});

test("refuses a body over the limit, announced or not", async () => {
  let handled = 0;
  const server = await serve(
    async (request) => {
      handled += 1;
      return new Response(String((await request.arrayBuffer()).byteLength));
    },
    { maxBodyBytes: 10 },
  );
  expect((await fetch(server.url, { method: "POST", body: "0123456789" })).status).toBe(200);
  expect((await fetch(server.url, { method: "POST", body: "01234567890" })).status).toBe(413);
  expect(handled).toBe(1);
  const five = async (): Promise<string> => "01234";
  const init = { method: "POST", body: streamOf(five, five, five), duplex: "half" };
  const chunked = await fetch(server.url, init);
  expect(chunked.status).toBe(413);
});

test("a throwing handler is a 500 that says nothing of the cause, and the server lives on", async () => {
  const server = await serve(async (request) => {
    if (new URL(request.url).pathname === "/throw") throw new Error("secret of the house");
    return new Response("fine");
  });
  const response = await fetch(`${server.url}/throw`);
  expect(response.status).toBe(500);
  expect(await response.text()).toBe("Internal Server Error");
  expect(await (await fetch(server.url)).text()).toBe("fine");
});

test("the request's signal aborts when the client goes away", async () => {
  let seen = (): void => {};
  let aborted = (): void => {};
  const arrived = new Promise<void>((resolve) => {
    seen = resolve;
  });
  const gone = new Promise<void>((resolve) => {
    aborted = resolve;
  });
  const server = await serve((request) => {
    seen();
    return new Promise((_, reject) => {
      request.signal.addEventListener("abort", () => {
        aborted();
        reject(request.signal.reason);
      });
    });
  });
  const controller = new AbortController();
  const pending = fetch(server.url, { signal: controller.signal });
  await arrived;
  controller.abort();
  await expect(pending).rejects.toThrow();
  await gone;
});

test("Response.error() cuts the connection", async () => {
  const server = await serve(async () => Response.error());
  await expect(fetch(server.url)).rejects.toThrow(TypeError);
});

test("a body that breaks off is an error for the client, not a short answer", async () => {
  const server = await serve(async () => {
    return new Response(
      streamOf(
        async () => "half",
        async () => {
          throw new Error("broke");
        },
      ),
    );
  });
  await expect(fetch(server.url).then((response) => response.text())).rejects.toThrow();
});

test("HEAD has the headers and no body; a malformed request line is refused", async () => {
  const server = await serve(async () => new Response("body", { headers: { "x-a": "1" } }));
  const head = await fetch(server.url, { method: "HEAD" });
  expect([head.headers.get("x-a"), await head.text()]).toEqual(["1", ""]);
  const raw = await new Promise<string>((resolve) => {
    const socket = connect(server.port, "127.0.0.1", () =>
      socket.write("GET http://elsewhere.example/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"),
    );
    let text = "";
    socket.on("data", (chunk) => {
      text += chunk.toString();
    });
    socket.on("close", () => resolve(text));
  });
  expect(raw).toMatch(/^HTTP\/1\.1 400 /);
});

test("close cuts waiting requests, can be called twice and frees the port", async () => {
  let seen = (): void => {};
  const arrived = new Promise<void>((resolve) => {
    seen = resolve;
  });
  const server = await serveRequestHandler(
    () =>
      new Promise(() => {
        seen();
      }),
  );
  const pending = fetch(server.url).then(
    () => "answered",
    () => "cut",
  );
  await arrived;
  await Promise.all([server.close(), server.close()]);
  expect(await pending).toBe("cut");
  const again = await serve(async () => new Response("again"), { port: server.port });
  expect(await (await fetch(again.url)).text()).toBe("again");
  await expect(serveRequestHandler(async () => new Response(), { port: again.port })).rejects.toThrow("EADDRINUSE");
});
