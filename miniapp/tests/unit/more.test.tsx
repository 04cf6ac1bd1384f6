import { cleanup, fireEvent, render, waitFor } from "@testing-library/preact";
import { signal } from "@preact/signals";
import { afterEach, expect, test } from "vitest";
import { Refused } from "../../src/api/failure";
import { useMore } from "../../src/ui/more";

afterEach(cleanup);

const page = (ids: string, next: string | null) => ({ items: [...ids].map((id) => ({ id })), next });
const first = signal(page("ab", "1"));
const of = signal("open");
const pages: Record<string, ReturnType<typeof page>> = { 1: page("cd", "2"), 2: page("e", null) };
let refuse = false;

function List() {
  const more = useMore(first.value, (cursor) => (refuse ? Promise.reject(new Refused(429, { type: "", title: "Quá nhiều yêu cầu", status: 429 })) : Promise.resolve(pages[cursor] ?? page("", null))), { of: of.value });
  return (
    <>
      <p data-testid="ids">{more.items.map((one) => one.id).join("")}</p>
      {more.button}
      <button type="button" onClick={more.forget}>
        quên
      </button>
    </>
  );
}

test("pages follow each other to the end; a first page that moved on loses and doubles nothing; another list has its own", async () => {
  const view = render(<List />);
  const ids = () => view.getByTestId("ids").textContent;
  fireEvent.click(view.getByText("Xem thêm"));
  await waitFor(() => expect(ids()).toBe("abcd"));
  // Two came in meanwhile: the first page is read anew, and what fell off its end is still there.
  first.value = page("yz", "9");
  await waitFor(() => expect(ids()).toBe("yzabcd"));
  fireEvent.click(view.getByText("Xem thêm"));
  await waitFor(() => expect(ids()).toBe("yzabcde"));
  expect(view.queryByText("Xem thêm")).toBeNull();
  of.value = "closed";
  await waitFor(() => expect(ids()).toBe("yz"));
  of.value = "open";
  await waitFor(() => expect(ids()).toBe("yzabcde"));
  fireEvent.click(view.getByText("quên"));
  await waitFor(() => expect(ids()).toBe("yz"));
});

test("a refusal is said, and the button stays", async () => {
  refuse = true;
  const view = render(<List />);
  fireEvent.click(view.getByText("Xem thêm"));
  await waitFor(() => view.getByText("Quá nhiều yêu cầu"));
  view.getByText("Xem thêm");
  refuse = false;
});
