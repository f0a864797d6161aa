import { expect, it } from "vitest";
import { photoAddress } from "./photo-address.ts";

it("looks for a photo where the API is, not where the desk is", () => {
  expect(photoAddress("/api/v1/files/a?expires=1&signature=b", "https://api.example.test/support")).toBe(
    "https://api.example.test/api/v1/files/a?expires=1&signature=b",
  );
  expect(photoAddress("https://files.example.test/a", "https://api.example.test/")).toBe("https://files.example.test/a");
});

it("follows nothing but http", () => {
  for (const url of ["javascript:alert(1)", "data:text/html,x", "blob:https://api.example.test/1"]) {
    expect(photoAddress(url, "https://api.example.test/"), url).toBeNull();
  }
});
