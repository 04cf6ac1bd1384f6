/** A new version is downloaded and waits for the person's word; calling it takes over. */
import { signal } from "@preact/signals";

export const updateReady = signal<(() => void) | null>(null);
