import { cleanup, render } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { Standing } from "../../src/reports/standing";

afterEach(cleanup);

test.each([
  [{ state: "in_progress", state_name: "Đang xử lý", late: true }, "Đang xử lý Quá hạn"],
  [{ state: "closed", state_name: "Đã kết thúc", late: true }, "Đã kết thúc Đã trễ hạn"],
  [{ state: "closed", state_name: "Đã kết thúc", late: false }, "Đã kết thúc"],
  [{ state: "accepted", state_name: "Đã tiếp nhận", late: false, urgent: true }, "Đã tiếp nhận Khẩn cấp"],
])("what is over was late, what is open is late: %o", (report, wanted) => {
  expect(render(<Standing report={report} />).container.textContent?.replace(/\s+/g, " ").trim()).toBe(wanted);
});
