import { expect, it } from "vitest";
import { downloadFile } from "./download.ts";

const from = (response: () => Response, asked: Request[] = []) => ({
  apiBaseUrl: "https://api.example.test/support/",
  token: "ask_test",
  fetch: async (input: RequestInfo | URL, init?: RequestInit) => {
    asked.push(new Request(input, init));
    return response();
  },
});

it("asks the API for the file, with the token", async () => {
  const asked: Request[] = [];
  const pdf = () => new Response("%PDF-1.7", { headers: { "content-type": "application/pdf" } });
  const blob = await downloadFile(from(pdf, asked), "/incidents/inc_1/claim.pdf", "application/pdf");
  expect(await blob.text()).toBe("%PDF-1.7");
  expect(asked[0]?.url).toBe("https://api.example.test/support/api/v1/incidents/inc_1/claim.pdf");
  expect(asked[0]?.headers.get("authorization")).toBe("Bearer ask_test");
});

it("says why there is none, and takes no page of somebody else for it", async () => {
  const reason = () => Response.json({ code: "CLAIM_INCOMPLETE" }, { status: 409 });
  await expect(downloadFile(from(reason), "/x", "application/pdf")).rejects.toMatchObject({ code: "CLAIM_INCOMPLETE", status: 409 });
  const page = () => new Response("<h1>Sign in</h1>", { headers: { "content-type": "text/html" } });
  await expect(downloadFile(from(page), "/x", "application/pdf")).rejects.toMatchObject({ code: "RESPONSE_UNREADABLE" });
  const nothing = () => {
    throw new TypeError("offline");
  };
  await expect(downloadFile(from(nothing), "/x", "application/pdf")).rejects.toMatchObject({ code: "NETWORK_FAILED" });
});
