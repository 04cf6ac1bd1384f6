import { expect, test } from "vitest";
import { wrongIn } from "../../src/officer/desks/ladder";

const rung = (percent: string, name = "Nhắc", tell: ("handlers" | "officers" | "admins")[] = ["handlers"]) => ({ percent, name, tell });

test("a ladder climbs, and each rung is named and told to somebody", () => {
  expect(wrongIn([rung("80"), rung("100"), rung("150")])).toEqual([]);
  expect(wrongIn([rung("80"), rung("80"), rung("0"), rung("1,5")]).map((one) => one.id)).toEqual(["percent-1", "percent-2", "percent-3"]);
  expect(wrongIn([rung("80", " ", [])]).map((one) => one.id)).toEqual(["name-0", "tell-0"]);
  // A rung that is wrong itself does not make the next one so.
  expect(wrongIn([rung("80"), rung("70"), rung("90")]).map((one) => one.id)).toEqual(["percent-1"]);
});
