export { type ClaimPacket, claimPacketSchema } from "@askonce/spec";
export { claimPacketPdf } from "./claim-packet-pdf.ts";
