/** A call for help in 200 bytes and in one text message; the places people paste. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bytesOf, type Call, first, letters, smsText, whole } from "../../src/rescue/compact";
import { isShortLink, readPlace } from "../../src/rescue/place";

const VECTORS = JSON.parse(readFileSync(join(import.meta.dirname, "../../../tests/rescue/places.json"), "utf8")) as [string, number | null, number | null][];
const ID = "019357a0-1111-7222-8333-444455556666";
const FULL: Call = {
  id: ID, lat: 16.463712345, lon: 107.588223456, acc_m: 12_345.6, phone: "0912345678", victim: "0987654321", what: "swept",
  worse: true, people: 99, weak: "cdiop", help: "doctor", place: "cạnh trụ sở thôn Phú Mậu, nhà mái đỏ", text: "Nước lên rất nhanh, ".repeat(20),
};

describe("a pasted place", () => {
  it.each(VECTORS)("%s", (text, lat, lon) => {
    const found = readPlace(text);
    if (lat === null || lon === null) expect(found).toBeNull();
    else {
      expect(found?.lat).toBeCloseTo(lat, 5);
      expect(found?.lon).toBeCloseTo(lon, 5);
    }
  });

  it("a short link says that it must be opened by a person", () => {
    expect(isShortLink("https://maps.app.goo.gl/AbCd1234xyz")).toBe(true);
  });
});

describe("the first packet", () => {
  it("never is over 200 bytes and keeps every code; words follow whole", () => {
    const packet = first(FULL);
    expect(bytesOf(packet)).toBe(199);
    expect(packet).toMatchObject({ lat: 16.46371, lon: 107.58822, acc_m: 9_999, people: 99, weak: "cdiop", victim: "0987654321" });
    expect(whole(FULL).text).toBe(FULL.text);
    expect(whole({ id: ID, text: `${"a".repeat(999)}😀 dán cả trang` }).text, "no page, and no half sign").toBe("a".repeat(999));
  });

  it("uses what is left for words, cut between letters", () => {
    const packet = first({ id: ID, phone: "0912345678", what: "flood", place: "cạnh trụ sở thôn", text: "nước ".repeat(99) });
    expect(packet.place).toBe("cạnh trụ sở thôn");
    expect(packet.text?.startsWith("nước nước")).toBe(true);
    expect(bytesOf(packet)).toBeLessThanOrEqual(200);
    expect(bytesOf(packet)).toBeGreaterThan(195);
  });

  it("sends coordinates instead of a long link, and an empty victim as somebody else", () => {
    const packet = first({ id: ID, victim: "", place: "https://www.google.com/maps/place/Kim+Long/@16.46,107.56,15z/data=!3m1!8m2!3d16.4581!4d107.5612" });
    expect(packet).toMatchObject({ lat: 16.4581, lon: 107.5612, victim: "" });
    expect(bytesOf(packet)).toBeLessThanOrEqual(200);
  });

  it("needs nothing but an id", () => {
    expect(first({ id: ID })).toEqual({ id: ID.replaceAll("-", "") });
  });
});

describe("the text message", () => {
  it("is one message in plain letters that names the call", () => {
    const message = smsText(FULL);
    expect(message.length).toBeLessThanOrEqual(160);
    expect(message).toMatch(/^[\x20-\x7e]*$/);
    expect(message).toContain(`#${letters(ID)} 16.46371,107.58822~9999m; 99 nguoi; bi nuoc cuon`);
    expect(letters(ID)).toHaveLength(26);
  });

  it("says the place in words when there is no position", () => {
    expect(smsText({ id: ID, place: "Cạnh trụ sở thôn", people: 3 })).toContain("; 3 nguoi; canh tru so thon");
  });
});
