import { cleanup, fireEvent, render, waitFor } from "@testing-library/preact";
import { signal } from "@preact/signals";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Begin } from "../../src/procedures/box/begin";
import { SearchBox } from "../../src/procedures/box/box";
import { setCounting } from "../../src/procedures/box/counting";
import { forgetRecent, forgetRecents, recents, remember } from "../../src/procedures/box/recents";

const SUGGESTED = [
  { text: "mất căn cước", title: "Làm lại thẻ căn cước bị mất", code: "1.014064" },
  { text: "Mất sổ đỏ", title: "Mất sổ đỏ", code: "1.012786" },
];
let asked: URL[] = [];
let counted: unknown[] = [];

beforeEach(() => {
  asked = [];
  counted = [];
  location.hash = "#/";
  forgetRecents();
  setCounting(true);
  // Not a stub: what a test began may end after it, and must not reach a network then either.
  globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, location.href);
    if (url.pathname.endsWith("/searches")) {
      counted.push([JSON.parse(String(init?.body)), init?.keepalive, init?.credentials]);
      return new Response(null, { status: 204 });
    }
    asked.push(url);
    return Response.json({ items: SUGGESTED });
  };
});
afterEach(cleanup);

function open() {
  const value = signal("");
  const submitted = vi.fn();
  const Here = () => (
    <SearchBox id="x" label="Tìm" value={value.value} onInput={(next) => (value.value = next)} onSubmit={submitted}>
      <Begin />
    </SearchBox>
  );
  const view = render(<Here />);
  const box = view.getByRole("combobox") as HTMLInputElement;
  const type = (text: string) => fireEvent.input(box, { target: { value: text } });
  return { ...view, box, type, submitted };
}

test("recents: newest first, eight at most, one a wording, each removable, all forgotten", () => {
  for (let n = 0; n < 10; n += 1) remember(`câu ${n}`);
  remember("CAU 5");
  expect(recents.value.map((one) => one.text)).toEqual(["CAU 5", "câu 9", "câu 8", "câu 7", "câu 6", "câu 4", "câu 3", "câu 2"]);
  remember("   ");
  expect(recents.value).toHaveLength(8);
  forgetRecent("câu 9");
  expect(JSON.parse(localStorage.getItem("recent-searches") ?? "[]")).toHaveLength(7);
  forgetRecents();
  expect(localStorage.getItem("recent-searches")).toBeNull();
});

test("one request for what was typed in one breath; the keys choose; the choice opens, is kept and is counted once", async () => {
  const { box, type, findAllByRole } = open();
  box.focus();
  expect(box.getAttribute("aria-expanded")).toBe("false");
  type("m");
  type("ma");
  type("mat");
  const options = await findAllByRole("option");
  expect(asked.map((url) => url.searchParams.get("q"))).toEqual(["mat"]);
  expect(options.map((one) => one.textContent)).toEqual(["mất căn cướcLàm lại thẻ căn cước bị mất", "Mất sổ đỏ", "Xem mọi kết quả cho “mat”"]);
  expect(box.getAttribute("aria-expanded")).toBe("true");
  expect(document.getElementById(box.getAttribute("aria-controls") ?? "")?.getAttribute("role")).toBe("listbox");
  fireEvent.keyDown(box, { key: "ArrowUp" });
  expect(box.getAttribute("aria-activedescendant")).toBe("x-2");
  fireEvent.keyDown(box, { key: "ArrowDown" });
  expect(document.getElementById("x-0")?.getAttribute("aria-selected")).toBe("true");
  fireEvent.keyDown(box, { key: "Enter" });
  expect(location.hash).toBe("#/s/1.014064");
  expect(recents.value[0]).toEqual({ text: "Làm lại thẻ căn cước bị mất", code: "1.014064" });
  expect(counted).toEqual([[{ q: "mất căn cước", found: 2, chosen: "1.014064", province: "46" }, true, "omit"]]);
});

test("escape closes, the last row and Enter ask for all results", async () => {
  const { box, type, findAllByRole, queryByRole, submitted, getByText } = open();
  box.focus();
  type("so do");
  await findAllByRole("option");
  fireEvent.keyDown(box, { key: "Escape" });
  expect(queryByRole("listbox")).toBeNull();
  type("so do ");
  await findAllByRole("option");
  fireEvent.click(getByText("Xem mọi kết quả cho “so do”"));
  expect(submitted).toHaveBeenCalledTimes(1);
  expect(recents.value[0]?.text).toBe("so do");
  expect(counted).toEqual([]);
});

test("the empty box offers what this phone searched; typing hides it", async () => {
  remember("khai sinh");
  const { box, type, findByText, queryByText, getByLabelText } = open();
  expect(queryByText("Bạn tìm gần đây")).toBeNull();
  box.focus();
  fireEvent.focusIn(box);
  expect((await findByText("khai sinh")).closest("a")?.getAttribute("href")).toBe("#/s?q=khai%20sinh");
  type("k");
  await waitFor(() => expect(queryByText("Bạn tìm gần đây")).toBeNull());
  type("");
  fireEvent.click(await waitFor(() => getByLabelText("Xoá “khai sinh” khỏi danh sách")));
  expect(recents.value).toEqual([]);
  expect(asked.every((url) => !url.search.includes("khai"))).toBe(true);
});
