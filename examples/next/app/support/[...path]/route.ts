import { getAskonce } from "../../../askonce.ts";

const handle = (request: Request): Promise<Response> => getAskonce().handler(request);

export { handle as DELETE, handle as GET, handle as PATCH, handle as POST, handle as PUT };
