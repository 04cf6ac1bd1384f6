import { cleanup, fireEvent, render } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { Text } from "../../src/moderation/one";
import type { Publication } from "../../src/moderation/wire";

afterEach(cleanup);

const words = (public_text: string) => ({ public_text, description: "Nhà ông A đổ rác" }) as Publication;
const deed = () => Promise.resolve();

test("of two moderators the slower keeps what was typed and sees what the faster wrote", () => {
  const page = render(<Text one={words("Đèn tắt")} deed={deed} />);
  const box = () => page.container.querySelector("textarea")?.value;
  fireEvent.input(page.container.querySelector("textarea")!, { target: { value: "Đèn hỏng từ hôm qua" } });
  page.rerender(<Text one={words("Đèn đường tắt")} deed={deed} />);
  expect(box()).toBe("Đèn hỏng từ hôm qua");
  expect(page.getByRole("status").textContent).toContain("Đèn đường tắt");
  fireEvent.click(page.getByText("Dùng lời của họ"));
  expect(box()).toBe("Đèn đường tắt");
  expect(page.queryByRole("status")).toBeNull();
});

test("who has typed nothing gets the new words, and one's own saved words are no conflict", () => {
  const page = render(<Text one={words("Đèn tắt")} deed={deed} />);
  const box = () => page.container.querySelector("textarea")?.value;
  page.rerender(<Text one={words("Đèn đường tắt")} deed={deed} />);
  expect(box()).toBe("Đèn đường tắt");
  fireEvent.input(page.container.querySelector("textarea")!, { target: { value: "Đèn hỏng " } });
  page.rerender(<Text one={words("Đèn hỏng")} deed={deed} />);
  expect(box()).toBe("Đèn hỏng");
  expect(page.queryByRole("status")).toBeNull();
});
