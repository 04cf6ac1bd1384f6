/** Watching the board: a poll that gets 304 while nothing changes, what is new since the last look, and a sound for it. */
import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Board } from "./shapes";
import { askBoard, type Tagged } from "./wire";

const EVERY = 3_000;
const SLOWER = 10_000;

export interface Watched {
  board: Signal<Board | null>;
  at: Signal<number>;
  failing: Signal<boolean>;
  /** How many came that nobody had on screen; until the next look without any. */
  fresh: Signal<number>;
}

export function useBoard(): Watched {
  const board = useSignal<Board | null>(null);
  const at = useSignal(0);
  const failing = useSignal(false);
  const fresh = useSignal(0);
  useEffect(() => {
    let known: Tagged | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    let busy = false;
    const ask = async () => {
      if (busy) return;
      busy = true;
      clearTimeout(timer);
      try {
        const next = await askBoard(known);
        if (over) return;
        if (next !== known) {
          const seen = known?.board.items.map((line) => line.id) ?? null;
          fresh.value = seen ? next.board.items.filter((line) => !seen.includes(line.id)).length : 0;
          board.value = next.board;
          known = next;
        }
        at.value = Date.now();
        failing.value = false;
      } catch {
        failing.value = true;
      }
      busy = false;
      if (!over) timer = setTimeout(() => void ask(), failing.value || document.visibilityState === "hidden" ? SLOWER : EVERY);
    };
    const back = () => document.visibilityState === "visible" && void ask();
    void ask();
    document.addEventListener("visibilitychange", back);
    return () => {
      over = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", back);
    };
  }, []);
  return { board, at, failing, fresh };
}

let sound: AudioContext | null = null;

/** Two short tones; browsers allow it after the tap that switched the sound on. */
export function alarm(): void {
  if (typeof AudioContext !== "function") return;
  sound ??= new AudioContext();
  const begin = sound.currentTime;
  for (const [place, pitch] of [880, 660].entries()) {
    const tone = sound.createOscillator();
    const volume = sound.createGain();
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0.2, begin + place * 0.25);
    volume.gain.exponentialRampToValueAtTime(0.001, begin + place * 0.25 + 0.22);
    tone.connect(volume).connect(sound.destination);
    tone.start(begin + place * 0.25);
    tone.stop(begin + place * 0.25 + 0.24);
  }
}

export function silence(): void {
  void sound?.close();
  sound = null;
}
