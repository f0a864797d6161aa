import { AskonceError, defaultMaxBodyBytes } from "@askonce/spec";

/**
 * The raw bytes of a request, up to a limit. The stream is left as soon as the limit is passed, whatever `Content-Length` says.
 *
 * @throws AskonceError `BODY_TOO_LARGE`
 */
export async function readBody(request: Request, maxBytes: number = defaultMaxBodyBytes): Promise<Uint8Array> {
  const tooLarge = () => new AskonceError("BODY_TOO_LARGE", { details: { maxBytes } });
  const announced = Number(request.headers.get("content-length") ?? 0);
  if (announced > maxBytes) throw tooLarge();
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > maxBytes) {
      // Not canceled: with node:http that cuts the connection before the refusal could be read at its other end.
      reader.releaseLock();
      throw tooLarge();
    }
    chunks.push(value);
  }
  const body = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    body.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return body;
}
