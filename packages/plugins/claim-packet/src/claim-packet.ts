export { type ClaimPacket, type ClaimPhoto, claimPacketSchema } from "@askonce/spec";
