export { type ClaimPacket, claimPacketSchema } from "./claim-packet.ts";
export { claimPacketPdf } from "./claim-packet-pdf.ts";
