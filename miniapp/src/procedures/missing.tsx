/** No procedure has this code: the words that led here are kept, to search with; and people to ask. */
import { useSignal } from "@preact/signals";
import { go } from "../main/router";
import { Head } from "../ui/page";
import { words } from "../ui/words";
import { SearchBox } from "./box/box";
import { type Recent, recents } from "./box/recents";
import { AskPeople } from "./results";
import vi from "./vi.json";

const t = words(vi);
const NUMBERS = /^[\d.]+$/;

/** What this person was looking for: the suggestion taken for the code, else the words of a wordy address, else the last search. */
export function wordsFor(code: string, asked: Recent[]): string {
  const taken = asked.find((one) => one.code === code);
  if (taken) return taken.text;
  return NUMBERS.test(code) ? (asked[0]?.text ?? "") : code.replace(/[-_+]+/g, " ").trim();
}

export function Missing({ code }: { code: string }) {
  const q = useSignal(wordsFor(code, recents.peek()));
  return (
    <div class="stack">
      <Head title={t("missing")} up="/s" />
      <p role="alert">{t("missing_hint", { code })}</p>
      <SearchBox
        id="missing-q"
        label={t("label")}
        hint={t("hint")}
        value={q.value}
        onInput={(value) => (q.value = value)}
        onSubmit={() => go(q.value.trim() ? `/s?q=${encodeURIComponent(q.value.trim())}` : "/s")}
      />
      <AskPeople />
    </div>
  );
}
