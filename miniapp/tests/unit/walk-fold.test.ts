import { expect, test } from "vitest";
import { doors } from "../../src/outreach/doors";
import { fold } from "../../src/outreach/fold";
import { draftOf } from "../../src/outreach/about/again";
import { type Draft, missing, newDraft, resumed, visitOf } from "../../src/outreach/draft";
import type { PulledAdult, PulledHousehold, Team } from "../../src/outreach/pulled";
import type { Recorded } from "../../src/outreach/queue";
import type { Bodies, EventType } from "../../src/outreach/shapes";

const team: Team = { id: "t", name: "Tổ", commune_code: "19777", hamlets: [{ id: "m1", name: "Thôn 1" }] };
const house = (id: string, over: Partial<PulledHousehold> = {}): PulledHousehold => ({
  id, hamlet_id: "m1", reference: `Hộ ${id}`, adults_total: 2, do_not_contact: false, last_result: null, last_visited_at: null, revisit_at: null, visits: 0, gone: false, ...over,
});
const adult = (id: string, household_id: string, over: Partial<PulledAdult> = {}): PulledAdult => ({
  id, household_id, label: id, birth_year: null, sex: null, knows: null, assessed: false, can: false, gone: false, ...over,
});
let seq = 0;
const event = <T extends EventType>(type: T, household_id: string, body: Omit<Bodies[T], "team_id">, over: Partial<Recorded> = {}): Recorded =>
  ({ event_id: `e${(seq += 1)}`, install_id: "i", seq, type, schema_version: 1, device_time: "2026-11-22T12:00:00.000Z", body: { team_id: "t", ...body }, subject: "", household_id, title: "", state: "queued", tries: 0, reason_code: null, reason: null, field: null, pulled: false, ...over }) as unknown as Recorded;

const NOW = Date.parse("2026-11-22T12:30:00.000Z");

test("what was recorded here lies over the pulled list until the list shows it", () => {
  const rows = [
    event("household_added", "n", { household_id: "n", hamlet_id: "m1", reference: "Hộ mới", adults_total: 1 }),
    event("adult_added", "n", { adult_id: "x", household_id: "n", label: "Bà", consent: true }),
    event("adult_changed", "a", { adult_id: "p", consent: false }),
  ];
  const seen = fold(team, [house("a")], [adult("p", "a"), adult("q", "a")], rows);
  expect(seen.map((home) => [home.reference, home.adults.map((one) => one.id), home.pending])).toEqual([["Hộ a", ["q"], 1], ["Hộ mới", ["x"], 2]]);
  const pulled = fold(team, [house("a")], [adult("q", "a")], rows.map((row) => ({ ...row, state: "accepted" as const, pulled: true })));
  expect(pulled.map((home) => home.id)).toEqual(["a"]);
});

test("a refused event does not show as if it had been taken", () => {
  const rows = [event("household_changed", "a", { household_id: "a", reference: "Sai" }, { state: "rejected" })];
  expect(fold(team, [house("a")], [], rows)[0]?.reference).toBe("Hộ a");
});

test.each([
  [{ knows: true, skills: [{ code: "S05", level: "alone_observed" as const }], assistance: "unaided" as const }, { assessed: true, can: true }],
  [{ knows: true, skills: [{ code: "S05", level: "done_for" as const }], assistance: "done_for" as const }, { assessed: true, can: false }],
  [{ knows: true, skills: [{ code: "S05", level: "alone_observed" as const }], assistance: "hands_on" as const }, { assessed: true, can: false }],
  [{ knows: true, skills: [{ code: "S13", level: "alone_observed" as const }], assistance: "unaided" as const }, { assessed: true, can: false }],
  [{ knows: true, skills: [], assistance: null }, { assessed: false, can: false }],
  [{ knows: false, skills: [], assistance: null }, { assessed: true, can: false }],
])("a visit judges an adult as the server will: %j", (seen, wanted) => {
  const body = { visit_id: "v", household_id: "a", started_at: "2026-11-22T12:00:00.000Z", ended_at: "2026-11-22T12:01:00.000Z", result: "met" as const, revisit_at: null, consent: true, adults: [{ adult_id: "p", met: true, barriers: [], ...seen }] };
  const [home] = fold(team, [house("a")], [adult("p", "a")], [event("visit_logged", "a", body)]);
  expect(home?.adults[0]).toMatchObject(wanted);
  expect(home).toMatchObject({ visits: 1, last_result: "met" });
});

test("tonight: the server's order first, houses visited today are done, do-not-contact never comes", () => {
  const line = (id: string) => ({ household_id: id, reference: id, hamlet: "", reason: `vì ${id}`, score: 1, last_result: null, last_visit_on: null, revisit_at: null, adults_total: 1, adults_assessed: 0 });
  const homes = fold(
    team,
    [house("a"), house("b"), house("c", { do_not_contact: true }), house("d", { last_visited_at: "2026-11-22T11:00:00.000Z", visits: 1, last_result: "met" })],
    [], [],
  );
  const { next, done } = doors(homes, ["b", "a", "c", "d", "gone"].map(line), NOW);
  expect(next.map((door) => [door.home.id, door.reason])).toEqual([["b", "vì b"], ["a", "vì a"]]);
  expect(done.map((home) => home.id)).toEqual(["d"]);
});

test("without the server's list: promised, never visited, not met; a house of 23:58 is today's in Vietnam", () => {
  const homes = fold(
    team,
    [
      house("n"),
      house("v", { visits: 1, last_result: "nobody_home", last_visited_at: "2026-11-10T12:00:00.000Z" }),
      house("r", { visits: 1, last_result: "met", last_visited_at: "2026-11-01T12:00:00.000Z", revisit_at: "2026-11-20T12:00:00.000Z" }),
      house("l", { visits: 1, last_result: "met", last_visited_at: "2026-11-22T16:58:00.000Z" }),
    ],
    [], [],
  );
  const at = Date.parse("2026-11-22T16:59:00.000Z");
  const { next, done } = doors(homes, null, at);
  expect(next.map((door) => [door.home.id, door.due])).toEqual([["r", true], ["n", false], ["v", false]]);
  expect(done.map((home) => home.id)).toEqual(["l"]);
});

const filled = (over: object) => {
  const [home] = fold(team, [house("a")], [adult("p", "a")], []);
  if (!home) throw new Error("no house");
  const draft = newDraft(home, NOW);
  return { home, draft: { ...draft, ...over } };
};

test("the form answers nothing beforehand, and says what is missing", () => {
  const { draft } = filled({});
  expect(draft).toMatchObject({ result: null, consent: null, adults: [{ met: true, knows: null, outcome: null }] });
  expect(missing(draft).map((gap) => gap.key)).toEqual(["need_result"]);
  expect(missing({ ...draft, result: "met" }).map((gap) => gap.key)).toEqual(["need_consent"]);
  expect(missing({ ...draft, result: "met", consent: true, adults: draft.adults.map((one) => ({ ...one, met: false })) }).map((gap) => gap.key)).toEqual(["need_adult"]);
  expect(missing({ ...draft, result: "nobody_home" })).toEqual([]);
});

test("no consent, nobody home, refused: nothing about anybody leaves the form", () => {
  const answered = { adults: [{ adult_id: "p", met: true, knows: true, task: "S05", outcome: "alone" as const, others: [{ code: "S07", outcome: "prompt" as const }], barriers: ["eyesight" as const], next: ["Quay lại"] }] };
  for (const over of [{ result: "met" as const, consent: false }, { result: "nobody_home" as const }, { result: "refused" as const, consent: true }]) {
    expect(visitOf(filled({ ...answered, ...over }).draft, "t", NOW).adults).toEqual([]);
  }
});

test.each([
  ["alone", "alone_observed", "unaided"],
  ["prompt", "with_help", "verbal_prompt"],
  ["hands", "with_help", "hands_on"],
  ["done_for", "done_for", "done_for"],
  ["heard", "heard", null],
  ["says", "says_can", null],
])("%s becomes %s with %s", (outcome, level, assistance) => {
  const others = [{ code: "S09", outcome: "alone" }, { code: "B02", outcome: "says" }];
  const adults = [{ adult_id: "p", met: true, knows: true, task: "S09", outcome, others, barriers: [], next: ["Giúp nộp hồ sơ", "Làm VNeID mức 2"] }];
  const { home, draft } = filled({ result: "met", consent: true, adults, revisit: { day: "2026-11-26", hour: "19:00" } });
  const visit = visitOf(draft, "t", NOW + 60_000);
  expect(visit.adults).toMatchObject([{ knows: true, assistance, skills: [{ code: "S09", level }, { code: "B02", level: "says_can" }], next_step: "Giúp nộp hồ sơ; Làm VNeID mức 2" }]);
  expect(visit.revisit_at).toBe("2026-11-26T12:00:00.000Z");
  expect(draftOf(visit, home)).toMatchObject({
    result: "met", consent: true, revisit: { day: "2026-11-26", hour: "19:00" },
    adults: [{ outcome, task: "S09", others: [{ code: "B02", outcome: "says" }], next: ["Giúp nộp hồ sơ", "Làm VNeID mức 2"] }],
  });
});

test("what was done alone stays a skill beside what needed help; all 21 skills can be said", () => {
  const others = [...Array.from({ length: 16 }, (_, place) => `S${String(place + 1).padStart(2, "0")}`), "B01", "B02", "B03", "B04", "B05"].filter((code) => code !== "S05").map((code) => ({ code, outcome: "hands" as const }));
  const adults = [{ adult_id: "p", met: true, knows: true, task: "S05", outcome: "alone" as const, others, barriers: [], next: [] }];
  const [seen] = visitOf(filled({ result: "met", consent: true, adults }).draft, "t", NOW).adults;
  expect(seen?.assistance).toBe("unaided");
  expect(new Set(seen?.skills.map((one) => one.code)).size).toBe(21);
});

test("another time has to be agreed before it is written down", () => {
  const { draft } = filled({ result: "revisit", consent: false });
  expect(missing(draft).map((one) => one.key)).toEqual(["need_revisit"]);
  expect(missing({ ...draft, revisit: { day: "2026-11-26", hour: "08:30" } })).toEqual([]);
});

test("a form half-filled in last year's app goes on in this one", () => {
  const { home } = filled({});
  const old = { household_id: "a", visit_id: "v", started_at: "2026-11-22T12:00:00.000Z", result: "met", consent: true, revisit: "week", adults: [{ adult_id: "p", met: true, knows: true, task: "S05", outcome: "cannot", helped: ["S07"], barriers: ["eyesight"] }] };
  const now = resumed(old as unknown as Draft, home, NOW);
  expect(now).toMatchObject({ revisit: { day: "2026-11-29", hour: "19:00" }, adults: [{ outcome: "heard", others: [{ code: "S07", outcome: "prompt" }], barriers: ["eyesight"], next: [] }] });
  expect(resumed(now, home, NOW)).toEqual(now);
  const tomorrow = NOW + 86_400_000;
  expect(resumed(now, home, tomorrow).started_at).toBe(new Date(tomorrow).toISOString());
});

test("a phone whose clock went back does not end a visit before it began", () => {
  const { draft } = filled({ result: "nobody_home" });
  const visit = visitOf(draft, "t", NOW - 3_600_000);
  expect(visit.ended_at >= visit.started_at).toBe(true);
});

test("who lives where follows what the leader records, before the server's list says so", () => {
  const day = "2026-11-22";
  const seen = (...rows: Recorded[]) =>
    fold(team, [house("a"), house("b")], [adult("p", "a"), adult("q", "a"), adult("r", "b")], rows).map((home) => [home.id, ...home.adults.map((one) => one.id)]);
  expect(seen(event("household_split", "n", { household_id: "n", from_household_id: "a", hamlet_id: "m1", reference: "Hộ n", adult_ids: ["q"], on: day }))).toEqual([["a", "p"], ["b", "r"], ["n", "q"]]);
  expect(seen(event("household_merged", "b", { merge_id: "m", winner_id: "b", loser_id: "a", same: [{ keep: "r", drop: "p" }], moves: ["q"], reason: "một nhà" }))).toEqual([["b", "q", "r"]]);
  expect(seen(event("adult_moved", "a", { adult_id: "p", to_household_id: "b", kind: "moved", on: day }))).toEqual([["a", "q"], ["b", "p", "r"]]);
  expect(seen(event("adult_moved", "a", { adult_id: "p", to_household_id: "b", kind: "temporary", on: day }))).toEqual([["a", "p", "q"], ["b", "r"]]);
  expect(seen(event("adult_merged", "a", { merge_id: "m", winner_id: "p", loser_id: "q", reason: "một người" }))).toEqual([["a", "p"], ["b", "r"]]);
  expect(seen(event("household_moved", "a", { household_id: "a", hamlet_id: "elsewhere", on: day }))).toEqual([["b", "r"]]);
  expect(seen(event("household_removed", "a", { household_id: "a", reason: "ghi nhầm" }))).toEqual([["b", "r"]]);
  expect(seen(event("consent_withdrawn", "a", { household_id: "a", scope: "person" }))).toEqual([["a"], ["b", "r"]]);
  expect(seen(event("consent_withdrawn", "a", { adult_id: "p", scope: "contact" }))).toEqual([["a", "p", "q"], ["b", "r"]]);
});
