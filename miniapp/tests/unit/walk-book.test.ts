/** What the book of a household says, as events the server takes. */
import { describe, expect, it } from "vitest";
import type { Household } from "../../src/outreach/fold";
import { type BookForm, events } from "../../src/outreach/book/said";

const home = { id: "h1", reference: "Hộ số 12", hamlet_id: "x", adults: [] } as unknown as Household;
const form = (way: BookForm["way"]): BookForm => ({ way, home, people: ["a", "b"], reference: "Hộ số 12A", hamlet: "y", other: "h2", on: "2026-11-20" });
const said = (way: BookForm["way"]) => events(form(way), "t", () => "new").map(({ type, body }) => ({ type, ...body }));

describe("a form of the book", () => {
  it("founds the household that splits off, with its people and day", () => {
    expect(said("split")).toEqual([
      { type: "household_split", team_id: "t", household_id: "new", from_household_id: "h1", hamlet_id: "y", reference: "Hộ số 12A", adult_ids: ["a", "b"], on: "2026-11-20" },
    ]);
  });
  it("moves each person by an event of their own, and brings who was away home", () => {
    expect(said("temporary").map((one) => ["adult_id" in one && one.adult_id, "to_household_id" in one && one.to_household_id])).toEqual([
      ["a", "h2"],
      ["b", "h2"],
    ]);
    expect(said("back")[0]).toMatchObject({ type: "adult_moved", kind: "back", to_household_id: "h1" });
  });
  it("moves the house, and makes two entries of a person one: the first chosen stays", () => {
    expect(said("house")).toEqual([{ type: "household_moved", team_id: "t", household_id: "h1", hamlet_id: "y", on: "2026-11-20" }]);
    expect(said("same")[0]).toMatchObject({ type: "adult_merged", merge_id: "new", winner_id: "a", loser_id: "b" });
  });
});
