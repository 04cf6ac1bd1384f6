import { expect, test } from "vitest";
import type { Category } from "../../src/api/types";
import { type Clues, remembered, suggest } from "../../src/reports/suggested/suggest";

const subject = (code: string, name: string, hint = "", more: Partial<Category> = {}) => ({ code, name, hint, parent_code: code.includes(".") ? (code.split(".")[0] ?? null) : null, handed_to: null, sealed: false, ...more }) as Category;
const ITEMS = [
  subject("ha-tang", "Hạ tầng đô thị"),
  subject("ha-tang.chieu-sang", "Đèn đường", "Đèn tắt, cột nghiêng"),
  subject("ha-tang.cap-thoat-nuoc", "Cấp nước, thoát nước", "Mất nước, vỡ ống, nắp cống"),
  subject("ha-tang.cay-xanh", "Cây xanh", "Cây nghiêng, cành gãy"),
  subject("moi-truong", "Môi trường"),
  subject("moi-truong.rac", "Rác thải", "Rác đổ bừa, tràn thùng"),
  subject("thien-tai", "Thiên tai"),
  subject("thien-tai.ngap", "Ngập lụt", "Nước sâu, đường không qua được"),
  subject("an-ninh.to-giac", "Tố giác tội phạm", "", { sealed: true }),
  subject("khieu-nai", "Khiếu nại, tố cáo cán bộ", "", { handed_to: "Gửi nơi khác" }),
];
const NONE: Clues = { note: "", recent: [], common: [], water: false };
const codes = (clues: Partial<Clues>) => suggest(ITEMS, { ...NONE, ...clues }).map((one) => one.code);

test("four subjects that can be sent at once, of each group the first when nothing is known", () => {
  expect(codes({})).toEqual(["ha-tang.chieu-sang", "moi-truong.rac", "thien-tai.ngap", "ha-tang.cap-thoat-nuoc"]);
});

test("what was written counts most, with or without marks; then the flood, what this phone sent, what the province sends", () => {
  expect(codes({ note: "nap cong bi mat", water: true, recent: ["moi-truong.rac"] })[0]).toBe("ha-tang.cap-thoat-nuoc");
  expect(codes({ water: true, recent: ["moi-truong.rac"], common: ["ha-tang.cay-xanh"] })).toEqual(["thien-tai.ngap", "moi-truong.rac", "ha-tang.cay-xanh", "ha-tang.chieu-sang"]);
  expect(codes({ note: "Đèn đường tắt" })[0]).toBe("ha-tang.chieu-sang");
});

test("a tip about a crime is neither suggested nor remembered, nor is what is not taken here", () => {
  expect(codes({ note: "tố giác tội phạm khiếu nại", common: ["an-ninh.to-giac", "khieu-nai"] })).not.toContain("an-ninh.to-giac");
  const [lamp, tip] = [ITEMS[1], ITEMS[8]] as [Category, Category];
  expect(remembered(["a", "b", "c", "d"], lamp)).toEqual(["ha-tang.chieu-sang", "a", "b", "c"]);
  expect(remembered(["a"], tip)).toEqual(["a"]);
});
