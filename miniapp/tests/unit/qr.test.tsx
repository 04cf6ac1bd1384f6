import { cleanup, render } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { outline, Qr } from "../../src/identity/qr";

afterEach(cleanup);

test("each run of dark modules is one rectangle", () => {
  expect(outline([[true, true, false], [false, false, false], [true, false, true]])).toBe("M0 0h2v1h-2zM0 2h1v1h-1zM2 2h1v1h-1z");
});

test("a secret's address fits, with three finder squares inside a white edge of four", () => {
  const uri = `otpauth://totp/${encodeURIComponent("Ngõ Số")}:${encodeURIComponent("0•• ••• •678")}?secret=${"A".repeat(32)}&issuer=${encodeURIComponent("Ngõ Số")}`;
  const { getByRole } = render(<Qr text={uri} label="Mã QR" />);
  const picture = getByRole("img", { name: "Mã QR" });
  const size = Number(picture.getAttribute("viewBox")?.split(" ")[2]);
  expect((size - 8 - 17) % 4).toBe(0);
  const path = picture.querySelector("path")?.getAttribute("d") ?? "";
  for (const corner of [`M4 4h7`, `M${size - 11} 4h7`, `M4 ${size - 5}h7`]) expect(path).toContain(corner);
  expect(path).not.toMatch(/M[0-3] |M\d+ [0-3]h/);
});
