/** How a state looks: done, refused, waiting for the reporter, or under way. */
const TONES: Record<string, "ok" | "wait" | "bad"> = {
  done: "ok",
  closed: "ok",
  merged: "ok",
  refused: "bad",
  waiting_reporter: "wait",
  reopen_requested: "wait",
};

export const stateTone = (state: string): "" | "ok" | "wait" | "bad" => TONES[state] ?? "";
export const isOver = (state: string): boolean => ["done", "closed", "merged", "refused"].includes(state);
