/** Open cases counted by the unit that must answer. Pure. */
import type { CaseLine } from "../agency/shapes";
import { isoDay } from "../ui/words";

export interface Unit {
  name: string | null;
  open: number;
  today: number;
  late: number;
  /** The oldest deadline that has passed. */
  oldest: string | null;
  cases: CaseLine[];
}

export function byUnit(lines: CaseLine[], now: number = Date.now()): Unit[] {
  const units = new Map<string | null, Unit>();
  for (const line of lines) {
    const unit = units.get(line.agency_name) ?? { name: line.agency_name, open: 0, today: 0, late: 0, oldest: null, cases: [] };
    unit.open += 1;
    if (line.late) {
      unit.late += 1;
      if (unit.oldest === null || line.due_at < unit.oldest) unit.oldest = line.due_at;
    } else if (isoDay(line.due_at) === isoDay(now)) unit.today += 1;
    unit.cases.push(line);
    units.set(line.agency_name, unit);
  }
  return [...units.values()].sort((a, b) => b.late - a.late || b.today - a.today || b.open - a.open || (a.name ?? "").localeCompare(b.name ?? "", "vi"));
}
