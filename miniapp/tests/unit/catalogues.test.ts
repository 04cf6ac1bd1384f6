import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const SRC = join(import.meta.dirname, "../../src");
const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).map((file) => file.replaceAll("\\", "/"));
const folders = [...new Set(files.filter((file) => file.endsWith("/vi.json")).map((file) => file.replace("/vi.json", "")))];
const code = files.filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".d.ts"));
const read = (file: string) => readFileSync(join(SRC, file), "utf8");
const catalogue = (folder: string) => JSON.parse(read(`${folder}/vi.json`)) as Record<string, string>;

/** Which catalogues a file draws from. */
function drawsFrom(file: string): string[] {
  const folder = file.split("/")[0] ?? "";
  return [...read(file).matchAll(/from "(\.{1,2}\/(?:[\w-]+\/)?)vi\.json"/g)].map(([, path]) =>
    path === "./" ? folder : (path ?? "").replace("../", "").replace("/", ""),
  );
}

test.each(folders)("every sentence of %s is used, in NFC, and none is doubled", (folder) => {
  // The slice's own files may pass keys on as data; the API's enums are keys too.
  const users = code.filter((file) => drawsFrom(file).includes(folder) || file.startsWith(`${folder}/`) || file.startsWith("api/"))
    .concat("api/schema.gen.d.ts")
    .map(read)
    .join("\n");
  const all = catalogue(folder);
  const unused = Object.keys(all).filter((key) => {
    if (new RegExp(`["'\`]${key}["'\`]`).test(users)) return false;
    // t(`kind_${kind}`): the fixed beginning is enough.
    const starts = [...users.matchAll(/`(\w+_)\$\{/g)].map(([, start]) => start ?? "");
    return !starts.some((start) => key.startsWith(start));
  });
  expect(unused).toEqual([]);
  for (const sentence of Object.values(all)) expect(sentence).toBe(sentence.normalize("NFC"));
});

test("no Vietnamese sentence is written outside a catalogue", () => {
  const marks = /[ăâđêôơưĂÂĐÊÔƠƯàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/;
  const found = code
    .filter((file) => !file.endsWith("routes.ts"))
    .flatMap((file) =>
      read(file)
        .split("\n")
        .map((line, index) => [line.replace(/\/\*.*?\*\/|\/\/.*$/g, "").replace(/^\s*\/?\*.*$/, ""), `${file}:${index + 1}`] as const)
        .filter(([line]) => marks.test(line) && !/replace\(\/\[đĐ\]/.test(line))
        .map(([, where]) => where),
    );
  expect(found).toEqual([]);
});
