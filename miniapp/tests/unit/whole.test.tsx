import { cleanup, render } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { DossierLine } from "../../src/dossiers/line";
import { Whole } from "../../src/ui/whole";

afterEach(cleanup);

test.each([
  ["Đã kết thúc phản ánh PA-0000018", ["PA-0000018"]],
  ["PA-0000001 và DEMO-H57-0009.", ["PA-0000001", "DEMO-H57-0009"]],
  ["Mã 000.00.12.H57-251120-0012", ["000.00.12.H57-251120-0012"]],
  ["Hẹn trả 2026-11-23, e-mail, Chân Mây - Lăng Cô", []],
])("codes stay whole: %s", (text, wanted) => {
  const { container } = render(<Whole text={text} />);
  expect(container.textContent).toBe(text);
  expect([...container.querySelectorAll(".code")].map((one) => one.textContent)).toEqual(wanted);
});

test.each([
  [{ late: true, clock: "running" }, "bad"],
  [{ late: false, clock: "paused" }, "wait"],
  [{ late: false, clock: "stopped" }, "ok"],
] as const)("how a dossier stands is said by words and a sign, not by its colour alone: %o", (how, kind) => {
  const line = { id: "1", code: "H57-1", procedure_name: "Cấp đổi thẻ căn cước", state_name: "Đang xử lý", standing: "Trễ hẹn 2 ngày làm việc", ...how };
  const { container, getByText } = render(<DossierLine dossier={line as unknown as Parameters<typeof DossierLine>[0]["dossier"]} />);
  expect(container.querySelector(`.state.${kind} svg`)).not.toBeNull();
  getByText("Trễ hẹn 2 ngày làm việc");
});
