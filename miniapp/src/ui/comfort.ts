/** Larger letters, remembered on this phone. */
import { signal } from "@preact/signals";
import { platform } from "../platform";

const KEY = "large-text";
export const largeText = signal(platform.store.get(KEY) === "1");

export function applyComfort(): void {
  document.documentElement.classList.toggle("large", largeText.value);
}

export function setLargeText(on: boolean): void {
  largeText.value = on;
  platform.store.set(KEY, on ? "1" : "0");
  applyComfort();
}
