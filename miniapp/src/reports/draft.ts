/** What a report must have before it can wait in the outbox. */
import type { NewReport } from "../api/types";
import { uuid7 } from "../offline/uuid7";
import type { Wrong } from "../ui/form";
import { cleanPhone, words } from "../ui/words";
import vi from "./vi.json";
import { metresBetween, type Point } from "../places/map-math";
import type { Placed, Where } from "./where";

const t = words(vi);

export interface Draft {
  category: string | null;
  where: Where | null;
  commune: Placed | null;
  confirmed: boolean;
  /** The person has looked at an uncertain pin and says it is right. */
  sure: boolean;
  on_behalf: boolean;
  note: string;
  phone: string;
  urgent: boolean;
  anonymous: boolean;
  /** The older report this one takes up again. */
  follows_id?: string | null;
}

/** Beyond this the phone does not know where it is, and the person is asked. */
export const POOR_M = 100;
/** Farther than this from the pin, one of photo and pin is somewhere else. */
export const PHOTO_FAR_M = 500;

export const isPoor = (where: Where | null): boolean => where?.pin === "gps" && (where.accuracy_m ?? 0) > POOR_M;

/** Where photos were taken, for as long as this page is open: never kept, never sent. */
const taken = new WeakMap<Blob, Point>();
export const rememberTaken = (photo: Blob, point: Point) => taken.set(photo, point);

/** The photo taken farthest from the pin: how far, and where. */
export function farthest(where: Where | null, photos: Blob[]): { metres: number; point: Point } | null {
  if (!where) return null;
  return photos.reduce<{ metres: number; point: Point } | null>((far, photo) => {
    const point = taken.get(photo);
    const metres = point ? metresBetween(where, point) : 0;
    return point && (!far || metres > far.metres) ? { metres, point } : far;
  }, null);
}

const PHONE = /^(\+84|0)[0-9]{8,10}$/;

export function wrongIn(draft: Draft, handedTo: string | null = null): Wrong[] {
  const wrong: Wrong[] = [];
  if (!draft.category) wrong.push({ id: "category", message: t("need_what") });
  if (handedTo) wrong.push({ id: "category", message: handedTo });
  if (!draft.where) wrong.push({ id: "where", message: t("need_where") });
  else if (isPoor(draft.where) && !draft.sure) wrong.push({ id: "where", message: t("need_pin") });
  else if (!draft.commune || !draft.confirmed) wrong.push({ id: "commune", message: t("need_commune") });
  if (draft.phone.trim() && !PHONE.test(cleanPhone(draft.phone))) wrong.push({ id: "phone", message: t("bad_phone") });
  return wrong;
}

/** The server's field names → ours, so that a refusal lands on the right field. */
const FIELDS: Record<string, string> = {
  category_code: "category",
  lat: "where",
  lon: "where",
  accuracy_m: "where",
  commune_code: "commune",
  description: "note",
  contact_phone: "phone",
};

export function wrongFrom(fields: { field: string; message: string }[]): Wrong[] {
  return fields.map(({ field, message }) => ({ id: FIELDS[field] ?? field, message }));
}

const round = (value: number, digits: number) => Number(value.toFixed(digits));

export function reportOf(id: string, draft: Draft, photos: Blob[], happened_at: string): NewReport {
  const { where, commune, category } = draft;
  if (!where || !commune || !category) throw new Error("draft is not whole");
  const far = farthest(where, photos);
  return {
    id,
    category_code: category,
    lat: round(where.lat, 6),
    lon: round(where.lon, 6),
    accuracy_m: where.accuracy_m === null ? null : round(where.accuracy_m, 1),
    commune_code: commune.code,
    commune_confirmed: draft.confirmed,
    happened_at,
    description: draft.note.trim().normalize("NFC") || null,
    contact_phone: draft.phone.trim() ? cleanPhone(draft.phone) : null,
    anonymous: draft.anonymous,
    urgent: draft.urgent,
    ...(draft.follows_id && { follows_id: draft.follows_id }),
    photo_count: photos.length,
    pin: where.pin,
    photo_far_m: far ? Math.round(far.metres) : null,
    on_behalf: draft.on_behalf,
    behalf_consent: draft.on_behalf,
    // Only this phone knows it: a resend by anybody else is refused.
    seal: uuid7(),
  };
}
