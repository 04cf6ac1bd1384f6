import { cleanup, render, screen } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import type { Dossier } from "../../src/api/types";
import { Ask } from "../../src/dossiers/ask";
import { DossierView } from "../../src/dossiers/view";

afterEach(cleanup);

const step = (state_name: string, occurred_at: string, kind = "state") => ({ state_code: kind === "state" ? "4" : "", state_name, occurred_at, told: `${state_name}.`, note: null, correction: false, kind });

function dossier(changes: Partial<Dossier> = {}): Dossier {
  return {
    id: "01900000-0000-7000-8000-000000000001",
    code: "H57.12-1",
    procedure_code: "1.004222",
    procedure_name: "Đăng ký thường trú",
    agency_name: "Công an phường Vỹ Dạ",
    state_code: "4",
    state_name: "Đang xử lý",
    state_known: true,
    clock: "running",
    due_at: "2026-11-19T10:00:00Z",
    promised_at: null,
    days_left: -2,
    first_due_at: null,
    extension_reason: null,
    late: true,
    late_reason: "Mất điện",
    standing: "Trễ hẹn 2 ngày làm việc (hạn 19/11/2026).",
    held_by: "Phòng chuyên môn",
    next_step: "Chờ.",
    last_known_at: "2026-11-16T02:00:00Z",
    last_known: "Biết lần cuối lúc 09:00 ngày 16/11/2026. Từ đó cơ quan chưa cập nhật.",
    silent: true,
    filed_by: "self",
    followed: true,
    owned: false,
    demo: false,
    timeline: [step("Được tiếp nhận", "2026-11-16T02:00:00Z"), step("Đang xử lý", "2026-11-17T02:00:00Z"), step("Bạn hỏi cơ quan", "2026-11-18T02:00:00Z", "question")],
    letters: [],
    questions: [],
    may_ask: [],
    rating: null,
    may_rate: false,
    ...changes,
  };
}

test("a dossier says how it stands, why it is late, who has it, and how old the news is", () => {
  const { container } = render(<DossierView dossier={dossier()} />);
  for (const words of ["Trễ hẹn 2 ngày làm việc (hạn 19/11/2026).", "Lý do trễ: Mất điện", "Đang ở: Phòng chuyên môn", "Chờ."]) expect(screen.getByText(words)).toBeTruthy();
  expect(screen.getByText(/Biết lần cuối lúc 09:00/).className).toBe("box wait");
  // The newest step is where it is now; my own question is not a step.
  expect([...container.querySelectorAll(".timeline li")].map((line) => line.className)).toEqual(["question", "now", ""]);
});

test("an apology letter is there to read, and its reason is said once", () => {
  render(<DossierView dossier={dossier({ silent: false, extension_reason: "Chờ ý kiến Sở", late_reason: "Chờ ý kiến Sở", letters: [{ title: "Phiếu xin lỗi", body: "Kính gửi", made_at: "2026-11-18T02:00:00Z" }] })} />);
  expect(screen.getByText("Kính gửi")).toBeTruthy();
  expect(screen.queryByText(/Lý do trễ/)).toBeNull();
  expect(screen.getByText(/Biết lần cuối/).className).toBe("muted");
});

test("one question waits at a time, with the hour of its answer; without a desk nothing is offered", () => {
  const open = { id: "01900000-0000-7000-8000-000000000002", kind: "question" as const, text: "Bao giờ xong?", may_call: false, asked_at: "2026-11-18T02:00:00Z", answer_by: "2026-11-19T02:00:00Z", overdue: true, answer: null, agreed: null, answered_at: null };
  const { container, rerender } = render(<Ask dossier={dossier({ may_ask: ["question"], questions: [open] })} onChange={() => undefined} />);
  expect(screen.getByText("Bao giờ xong?").closest("section")?.className).toBe("box bad");
  expect(container.querySelector("form")).toBeNull();
  rerender(<Ask dossier={dossier({ may_ask: ["question", "contact"], questions: [{ ...open, answer: "Mai.", answered_at: "2026-11-19T01:00:00Z" }] })} onChange={() => undefined} />);
  expect(container.querySelectorAll("input[type=radio]").length).toBe(2);
  expect(container.querySelector<HTMLInputElement>("input[type=checkbox]")?.checked).toBe(false);
  rerender(<Ask dossier={dossier()} onChange={() => undefined} />);
  expect(container.innerHTML).toBe("");
});
