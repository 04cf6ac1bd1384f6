import { cleanup, fireEvent, render } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { Refused } from "../../src/api/failure";
import type { Read } from "../../src/api/read";
import { forgetRecents, remember } from "../../src/procedures/box/recents";
import { Missing, wordsFor } from "../../src/procedures/missing";
import { Shown } from "../../src/ui/shown";

// Not a stub: what a test began may end after it, and must not reach a network then either.
globalThis.fetch = () => new Promise(() => undefined);
afterEach(cleanup);

test.each([
  ["1.014064", [{ text: "Làm lại thẻ căn cước bị mất", code: "1.014064" }], "Làm lại thẻ căn cước bị mất"],
  ["9.999999", [{ text: "mat so do", code: null }], "mat so do"],
  ["9.999999", [], ""],
  ["khai-sinh", [{ text: "mat so do", code: null }], "khai sinh"],
])("the words that led to %s", (code, asked, wanted) => {
  expect(wordsFor(code, asked)).toBe(wanted);
});

test("a code nobody knows: a title, the words still there to search with, and a number to call", () => {
  forgetRecents();
  remember("mat so do");
  const { getByRole } = render(<Missing code="9.999999" />);
  expect(getByRole("heading", { level: 1 }).textContent).toBe("Chưa thấy thủ tục này");
  const box = getByRole("combobox") as HTMLInputElement;
  expect(box.value).toBe("mat so do");
  expect(getByRole("link", { name: /19001075/ }).getAttribute("href")).toBe("tel:19001075");
  const form = box.closest("form");
  if (form) fireEvent.submit(form);
  expect(location.hash).toBe("#/s?q=mat%20so%20do");
});

test("a screen named by its data has a title and a way back while there is none", () => {
  const read = { data: undefined, at: 0, busy: false, again: async () => undefined } as const;
  const shown = (failure: Read<string>["failure"], data?: string) => (
    <Shown read={{ ...read, data, at: 1, failure }} always head={{ title: "Thủ tục", up: "/s", of: (name) => name }}>
      {(name) => <p>{name.length}</p>}
    </Shown>
  );
  const { container, getAllByRole, getByLabelText, rerender } = render(shown(null));
  expect(getAllByRole("heading", { level: 1 }).map((one) => one.textContent)).toEqual(["Thủ tục"]);
  rerender(shown(new Refused(404, { type: "", title: "Không có thủ tục nào mang mã này", status: 404 })));
  getByLabelText("Quay lại");
  expect(getAllByRole("heading", { level: 1 })).toHaveLength(1);
  rerender(shown(null, "Đăng ký kết hôn"));
  expect(container.firstElementChild?.textContent).toBe("Đăng ký kết hôn");
});
