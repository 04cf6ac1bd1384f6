/** Codes of a printed sheet: the phone reads and refuses what the server does (tests/outreach/paper_vectors.json). */
import { describe, expect, it } from "vitest";
import vectors from "../../../tests/outreach/paper_vectors.json";
import { lineOf, rightCode, sheetOf } from "../../src/outreach/walk/code";

describe("the code of a line", () => {
  it.each(vectors.right as [string, number, number][])("%s is line %i of its sheet", (text, sheet, line) => {
    expect([rightCode(text), sheetOf(text), lineOf(text)]).toEqual([true, sheet, line]);
  });
  it.each(vectors.wrong)("%j is refused", (text) => {
    expect(rightCode(text)).toBe(false);
  });
});
