/** The five states of anything read: loading (after 300 ms), empty, refused, offline, and here. */
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { isMissing, Refused, type Failure } from "../api/failure";
import type { Read } from "../api/read";
import { Icon } from "./icon";
import { Empty, Head } from "./page";
import vi from "./vi.json";
import { moment, words } from "./words";

const t = words(vi);
const PATIENCE = 300;

export function Loading({ rows = 3 }: { rows?: number }) {
  const late = useSignal(false);
  useEffect(() => {
    const timer = setTimeout(() => (late.value = true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="loading" role="status">
      <span class="hidden">{t("loading")}</span>
      {late.value && Array.from({ length: rows }, (_, row) => <i key={row} />)}
    </div>
  );
}

export function Failed({ failure, again }: { failure: Failure; again?: () => unknown }) {
  const refused = failure instanceof Refused;
  const stranger = refused && failure.status === 401;
  return (
    <div class="empty" role="alert">
      <h2>{stranger ? t("not_allowed") : refused ? failure.problem.title || t("refused") : t("unreachable")}</h2>
      <p>{refused ? (failure.problem.detail ?? "") : t("unreachable_hint")}</p>
      {stranger ? (
        <a class="btn" href="#/toi">
          {t("sign_in")}
        </a>
      ) : isMissing(failure) ? (
        <a class="btn ghost" href="#/">
          {t("home")}
        </a>
      ) : (
        again && (
          <button type="button" class="btn ghost" onClick={() => void again()}>
            {t("again")}
          </button>
        )
      )}
    </div>
  );
}

/** When the data is old because nobody answered: its time, loudly. */
export function AsOf({ read, always = false }: { read: Read<unknown>; always?: boolean }) {
  if (!read.at) return null;
  if (read.failure)
    return (
      <p class="as-of old" role="status">
        <Icon name="clock" />
        {t(read.failure instanceof Refused ? "stale_as_of" : "offline_as_of", { at: moment(read.at) })}
      </p>
    );
  return always ? <p class="as-of">{t("as_of", { at: moment(read.at) })}</p> : null;
}

interface Props<T> {
  read: Read<T>;
  empty?: { when: (data: T) => boolean; title: string; body?: ComponentChildren };
  always?: boolean;
  rows?: number;
  /** For a screen whose title is in the data: what it is called while there is none, the way back, and then the title. */
  head?: { title: string; up: string; of: (data: T) => string };
  children: (data: T) => ComponentChildren;
}

export function Shown<T>({ read, empty, always = false, rows = 3, head, children }: Props<T>) {
  const { data, failure } = read;
  if (data === undefined)
    return (
      <>
        {head && <Head title={head.title} up={head.up} />}
        {failure ? <Failed failure={failure} again={read.again} /> : <Loading rows={rows} />}
      </>
    );
  return (
    <>
      {head && <Head title={head.of(data)} up={head.up} />}
      <AsOf read={read} always={always} />
      {empty?.when(data) ? <Empty title={empty.title}>{empty.body}</Empty> : children(data)}
    </>
  );
}
