import { expect, test } from "vitest";
import { wrongIn } from "../../src/officer/warn/desk/feed-form";

const typed = { name: "kttv", url: "https://kttv.example/cap.atom", senders: "canhbao@kttv.example", every: "60", mode: "draft", active: true } as const;

test("a feed that cannot be asked or believed names its field", () => {
  expect(wrongIn(typed, true)).toEqual([]);
  const ids = (change: object, isNew = true) => wrongIn({ ...typed, ...change }, isNew).map((one) => one.id);
  expect(ids({ name: "KTTV" })).toEqual(["feed-name"]);
  expect(ids({ name: "KTTV" }, false)).toEqual([]);
  expect(ids({ url: "https://ai:matkhau@kttv.example/" })).toEqual(["feed-url"]);
  expect(ids({ senders: " , \n" })).toEqual(["feed-senders"]);
  expect(ids({ senders: Array.from({ length: 21 }, (_, n) => `a${n}@b`).join("\n") })).toEqual(["feed-senders"]);
  expect(ids({ every: "29" })).toEqual(["feed-every"]);
});
