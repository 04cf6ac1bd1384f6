/** How far an audit is. Pure. */
import type { Round } from "./wire";

export const stageOf = (round: Round): "told" | "walking" | "closed" => (round.closed_at ? "closed" : round.frozen_at ? "walking" : "told");
