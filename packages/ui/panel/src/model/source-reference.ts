/**
 * Takes a source reference apart, as the vocabulary's own function does; here because the vocabulary's package brings its schemas along
 * and this runs in a page. The end of a path-like vendor id (`gid://shop/Customer/7`) is the part people know.
 */
export function parseReference(reference: string): { adapterId: string; vendorId: string } | null {
  const colon = reference.indexOf(":");
  if (colon < 1 || colon === reference.length - 1) return null;
  const vendorId = reference.slice(colon + 1);
  return { adapterId: reference.slice(0, colon), vendorId: vendorId.slice(vendorId.lastIndexOf("/") + 1) || vendorId };
}
