export { createFakeAftership, type FakeAftership, type FakeAftershipOptions } from "./aftership/fake-aftership.ts";
export { createFakeBrt, type FakeBrt, type FakeBrtOptions } from "./brt/fake-brt.ts";
export { type CourierEvent, type CourierEventKind, courierEventKinds } from "./courier-event.ts";
export { type AnsweredFault, answerFault, type CourierFault, type CourierFaults } from "./courier-faults.ts";
export { bookedWindow, type CourierParcel, type NewCourierParcel } from "./courier-parcel.ts";
export type { CourierCountry, CourierPlace, CourierRoute } from "./courier-places.ts";
export { courierRoutes } from "./courier-places.ts";
export { type CourierLife, type CourierScript, courierScriptNames, courierScripts, type ScriptedStep } from "./courier-scripts.ts";
export type { CourierRequest, CourierServer } from "./courier-server.ts";
export { type CourierOddity, type CourierWorld, type CourierWorldOptions, createCourierWorld } from "./courier-world.ts";
export { createFakeEasypost, type FakeEasypost, type FakeEasypostOptions } from "./easypost/fake-easypost.ts";
export type { FakeCourier, FakeCourierWithSignIn, FakeCourierWithWebhooks } from "./fake-courier.ts";
export { createFakeFanCourier, type FakeFanCourier, type FakeFanCourierOptions } from "./fancourier/fake-fancourier.ts";
export { createFakeGls, type FakeGls, type FakeGlsOptions } from "./gls/fake-gls.ts";
export { type KindMeaning, kindMeanings } from "./kind-meaning.ts";
export { createFakeSameday, type FakeSameday, type FakeSamedayOptions } from "./sameday/fake-sameday.ts";
export {
  createFakeSeventeentrack,
  type FakeSeventeentrack,
  type FakeSeventeentrackOptions,
} from "./seventeentrack/fake-seventeentrack.ts";
