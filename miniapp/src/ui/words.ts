/** Text for people: one typed catalogue (vi.json) a slice, and the Vietnamese forms of numbers and times. */
export type Params = Record<string, string | number>;
export type Words<C> = (key: keyof C & string, params?: Params) => string;

export function words<C extends Record<string, string>>(catalogue: C): Words<C> {
  return (key, params) =>
    (catalogue[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => String(params?.[name] ?? whole));
}

const ZONE = "Asia/Ho_Chi_Minh";
const DAY = new Intl.DateTimeFormat("vi-VN", { timeZone: ZONE, day: "2-digit", month: "2-digit", year: "numeric" });
const CLOCK = new Intl.DateTimeFormat("vi-VN", { timeZone: ZONE, hour: "2-digit", minute: "2-digit", hour12: false });
const NUMBER = new Intl.NumberFormat("vi-VN");

export const number = (value: number): string => NUMBER.format(value);
export const day = (at: string | number | Date): string => DAY.format(new Date(at));
/** "2026-11-23", the day in Vietnam (UTC+7, no summer time), whatever the clock of this machine says. */
export const isoDay = (at: string | number | Date = Date.now()): string => new Date(new Date(at).getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
export const clock = (at: string | number | Date): string => CLOCK.format(new Date(at));

/** "14:05" today, "14:05 21/11/2026" on another day. */
export function moment(at: string | number | Date, now: number = Date.now()): string {
  return day(at) === day(now) ? clock(at) : `${clock(at)} ${day(at)}`;
}

const RELATIVE = new Intl.RelativeTimeFormat("vi", { numeric: "always" });
const STEPS: [number, Intl.RelativeTimeFormatUnit][] = [
  [60, "second"],
  [60, "minute"],
  [24, "hour"],
  [30, "day"],
  [12, "month"],
  [Number.POSITIVE_INFINITY, "year"],
];

/** "20 phút trước". */
export function ago(at: string | number | Date, now: number = Date.now()): string {
  let amount = (new Date(at).getTime() - now) / 1000;
  for (const [size, unit] of STEPS) {
    if (Math.abs(amount) < size) return RELATIVE.format(Math.round(amount), unit);
    amount /= size;
  }
  return day(at);
}

/** Metres in words: "350 m", "1,2 km". */
export function distance(metres: number): string {
  return metres < 1000 ? `${number(Math.round(metres / 10) * 10)} m` : `${number(Math.round(metres / 100) / 10)} km`;
}

/** Lower case without marks, đ → d, single spaces: the same fold as the server's. */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();
}

/** A telephone number as it is sent: without the spaces, dots and dashes people type. */
export const cleanPhone = (phone: string): string => phone.replace(/[\s.-]/g, "");
