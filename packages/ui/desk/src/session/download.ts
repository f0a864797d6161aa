import { AskonceApiError, apiPrefix } from "@askonce/client";

interface DownloadFrom {
  apiBaseUrl: string;
  token: string;
  fetch: typeof fetch;
}

/**
 * Fetches a file of the API with the agent's token.
 *
 * @param path below `/api/v1`
 * @param contentType what it must be; a proxy's page is not saved as a document
 * @throws AskonceApiError the server's, `NETWORK_FAILED` or `RESPONSE_UNREADABLE`
 */
export async function downloadFile({ apiBaseUrl, token, fetch }: DownloadFrom, path: string, contentType: string): Promise<Blob> {
  const response = await fetch(`${apiBaseUrl.replace(/\/+$/, "")}${apiPrefix}${path}`, {
    headers: { authorization: `Bearer ${token}` },
  }).catch((cause: unknown) => {
    throw new AskonceApiError("NETWORK_FAILED", { message: "No answer came", retryable: true, cause });
  });
  const { status } = response;
  if (!response.ok) {
    const problem: unknown = await response.json().catch(() => null);
    const code = typeof problem === "object" && problem !== null && "code" in problem ? problem.code : null;
    throw new AskonceApiError(typeof code === "string" ? code : "RESPONSE_UNREADABLE", {
      message: `The download failed (status ${status})`,
      status,
    });
  }
  const type = response.headers.get("content-type")?.split(";")[0]?.trim();
  if (type !== contentType) throw new AskonceApiError("RESPONSE_UNREADABLE", { message: "The answer is another kind of file", status });
  return response.blob();
}
