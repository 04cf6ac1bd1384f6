/** A badge says what it is today and nothing tomorrow; who took a yes back stays in no word of the phone; a desk sees its clocks. */
import "fake-indexeddb/auto";
import { cleanup, render } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { session } from "../../src/api/session";
import { Due } from "../../src/officer/rights/desk-rights";
import type { RequestLine } from "../../src/officer/rights/asks";
import { areaOf, NOWHERE } from "../../src/officer/teams/area";
import type { Badge, BadgeAnswer } from "../../src/outreach/team/asks";
import LeadDesk from "../../src/outreach/lead/lead-desk";
import { Face } from "../../src/outreach/team/team-badge";
import { Said } from "../../src/outreach/team/team-check";
import { hours } from "../../src/outreach/team/team-thanks";
import { TrainingScreen } from "../../src/outreach/team/team-trained";
import { Figure, percent } from "../../src/outreach/team/team-training";
import { events, record } from "../../src/outreach/queue";
import { purge, settle } from "../../src/outreach/settling";
import { walk } from "../../src/outreach/store";

afterEach(cleanup);
const words = (node: preact.ComponentChild): string => render(<>{node}</>).container.textContent ?? "";
const badge: Badge = {
  name: "Lan", team_id: "t", team_name: "Tổ thôn Đông", commune_name: "Vỹ Dạ", trained: true,
  days: [{ on: "2026-11-23", url: "https://x/#/the/a" }, { on: "2026-11-24", url: "https://x/#/the/b" }],
};

test("a badge shows the code of the phone's day, and says so when it has none", () => {
  const { container } = render(<Face badge={badge} today="2026-11-24" />);
  expect(container.querySelector("svg.qr")?.getAttribute("aria-label")).toContain("24/11/2026");
  expect(words(<Face badge={badge} today="2026-11-30" />)).toContain("chưa có trên máy");
});

test("a household reads yes or no in words, and a name only where there is one", () => {
  const none: BadgeAnswer = { state: "unknown", name: null, team_name: null, commune_name: null, trained: null, until: null };
  expect(words(<Said said={{ ...none, state: "valid", name: "Lan", team_name: "Tổ thôn Đông", commune_name: "Vỹ Dạ", trained: true }} />)).toContain("Thẻ đúng");
  expect(words(<Said said={{ ...none, state: "removed", name: "Lan", until: "2026-11-23T05:00:00Z" }} />)).toContain("Không còn là thành viên");
  for (const state of ["unknown", "other_day", "revoked"] as const) expect(words(<Said said={{ ...none, state }} />)).not.toContain("Họ tên");
});

test("an officer reads how far a team is without ways into lists that are its leader's, and goes back to the team", async () => {
  const team = { team_id: "t1", hamlets: [], members: 4, visits_week: 9, follow_ups_overdue: 2, follow_ups_open: 3, requests_open: 0, doubts_open: 1, audits_open: 0, phones_silent: 0, items: [] };
  const fetched = vi.spyOn(globalThis, "fetch").mockImplementation(async () => Response.json(team));
  const place = { path: "/tn/to/ban", params: {}, query: new URLSearchParams("to=t1") } as never;
  const links = async (leads: boolean) => {
    session.value = { access_token: "a", me: { id: "p", roles: ["officer"], teams: leads ? [{ id: "t1", name: "Tổ Đông", leads }] : [] } } as never;
    const { container, findByText } = render(<LeadDesk place={place} />);
    await findByText("Thành viên");
    if (leads) await findByText("Chưa ai nhờ giúp.");
    for (const back of leads ? [] : container.querySelectorAll<HTMLElement>(".head button")) back.click();
    return [...container.querySelectorAll("a")].map((link) => link.getAttribute("href"));
  };
  expect(await links(false)).toEqual(["#/tn/to/xem-lai?to=t1"]);
  expect(location.hash).toBe("#/cb/to/t1");
  cleanup();
  expect(await links(true)).toContain("#/tn/viec");
  fetched.mockRestore();
  session.value = null;
});

test("trainings without a team named are of the team one leads; who leads none is told so", async () => {
  const book = { items: [], courses: [], figure: { members: 2, trained: 0, share: 0, target: 1, basis: "", expiring_soon: 0, missing: [] } };
  const fetched = vi.spyOn(globalThis, "fetch").mockImplementation(async () => Response.json(book));
  const shown = async (leads: boolean) => {
    session.value = { access_token: "a", me: { id: "p", roles: ["volunteer"], teams: [{ id: "t9", name: "Tổ Đông", leads }] } } as never;
    return render(<TrainingScreen place={{ path: "/tn/doi/tap-huan", params: {}, query: new URLSearchParams() } as never} />);
  };
  await (await shown(false)).findByText("Bạn không làm tổ trưởng tổ nào");
  expect(fetched).not.toHaveBeenCalled();
  cleanup();
  await (await shown(true)).findByText(/0\/2 thành viên/);
  expect(fetched.mock.calls.every(([asked]) => (asked as Request).url.includes("team_id=t9") || (asked as Request).url.includes("/teams/t9/"))).toBe(true);
  fetched.mockRestore();
  session.value = null;
});

test("hours, shares and areas as they are said", () => {
  expect([hours(65), percent(0.9999), percent(null)]).toEqual(["1,1", "99,9%", "–"]);
  expect(areaOf(NOWHERE)).toBeNull();
  expect(areaOf({ ...NOWHERE, name: " Thôn Đông " }, "2026-11-24")).toEqual({ hamlet_ids: [], new_hamlets: [{ name: "Thôn Đông", kind: "thon" }], on: "2026-11-24" });
  const missing = [{ person_id: "p", name: "Bình", team_id: "t", team_name: "Tổ A", expired_on: "2026-10-01" }];
  expect(words(<Figure figure={{ members: 2, trained: 1, share: 0.5, target: 1, basis: "", expiring_soon: 0, missing }} />)).toContain("hết hạn 01/10/2026");
});

test("the desk says which clock runs and how long, in words", () => {
  const line = { clock: "answer", due_at: "2026-11-25T10:00:00Z", days_left: 2, late: false, outcome: null } as RequestLine;
  expect(words(<Due line={line} />)).toContain("còn 2 ngày làm việc");
  expect(words(<Due line={{ ...line, clock: "do", days_left: -3, late: true }} />)).toContain("Phải thực hiện: quá hạn 3 ngày làm việc");
});

test("who is on the list no more stays in no word of this phone, once the server has them", async () => {
  const db = await walk(crypto.randomUUID());
  await db.put("adult", { id: "stays" } as never);
  const said = (adult_id: string) => ({ type: "adult_changed" as const, body: { team_id: "t", adult_id, label: "Bác" }, household_id: "h", title: "Sửa" });
  const rows = [await record(db, said("stays")), await record(db, said("withdrawn"))];
  const all = new Set(rows.map((row) => row.event_id));
  await settle(db, rows.map((row) => ({ event_id: row.event_id, status: "accepted" as const })), null);
  await purge(db, all);
  expect(events.value).toHaveLength(2);
  await settle(db, [], { install_id: rows[0]?.install_id ?? "", seq: 2, signature: "s" });
  await purge(db, all);
  expect(events.value.map((row) => row.subject)).toEqual(["stays"]);
});
