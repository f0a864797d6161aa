export { differenceOfShares, wilsonInterval } from "../measures/wilson.ts";
