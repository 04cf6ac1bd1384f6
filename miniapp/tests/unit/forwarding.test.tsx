import { expect, test } from "vitest";
import type { ForwardSystem } from "../../src/api/types";
import { health } from "../../src/officer/forwarding/forwarding";

const NOW = Date.parse("2026-11-23T05:00:00Z");
const well: ForwardSystem = {
  code: "ban", name: "Thành phố Bạn", url: "https://x.vn", dialect: "open311", jurisdiction_id: null, active: true, failures: 0,
  open_until: null, last_ok_at: null, last_error: null, waiting: 0, sent: 0, acknowledged: 0, failed: 0,
};

test("how a system fares: stopped before resting, resting before ailing, and a rest that is over is no rest", () => {
  const resting = { ...well, failures: 5, open_until: "2026-11-23T05:04:00Z" };
  expect(health(well, NOW)).toEqual({ tone: "ok", word: "Đang nhận" });
  expect(health(resting, NOW).word).toContain("Tạm nghỉ đến");
  expect(health({ ...resting, active: false }, NOW)).toEqual({ tone: "wait", word: "Đã ngừng gửi" });
  expect(health(resting, NOW + 600_000)).toEqual({ tone: "bad", word: "Trục trặc 5 lần liền" });
});
