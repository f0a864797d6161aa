/** The couriers and aggregators that can be faked. */
export const courierNames = ["sameday", "fancourier", "gls", "brt", "aftership", "easypost", "seventeentrack"] as const;
export type CourierName = (typeof courierNames)[number];

export function isCourierName(name: string): name is CourierName {
  return courierNames.some((one) => one === name);
}
