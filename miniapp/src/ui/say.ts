/** A sentence in passing (role=status at the foot of the page), gone after six seconds. */
import { signal } from "@preact/signals";

export const said = signal("");
let timer: ReturnType<typeof setTimeout> | undefined;

export function say(sentence: string): void {
  clearTimeout(timer);
  said.value = sentence;
  timer = setTimeout(() => (said.value = ""), 6_000);
}
