/** C1: one search box, four tiles, the warning in force, and the state of what the person follows. */
import { useSignal } from "@preact/signals";
import { api, got } from "../api/client";
import { useRead } from "../api/read";
import { me } from "../api/session";
import { AlertCount, AlertStrip, FloodTile } from "../alerts/strip";
import { DossierLine } from "../dossiers/line";
import { homeCommune } from "../places/home";
import { Begin } from "../procedures/box/begin";
import { SearchBox } from "../procedures/box/box";
import { Icon, type IconName } from "../ui/icon";
import { words } from "../ui/words";
import { go } from "./router";
import vi from "./vi.json";

const t = words(vi);

const TILES: { path: string; icon: IconName; word: keyof typeof vi; hint: keyof typeof vi }[] = [
  { path: "/p/moi", icon: "camera", word: "tile_report", hint: "tile_report_hint" },
  { path: "/hs", icon: "file", word: "tile_dossiers", hint: "tile_dossiers_hint" },
  { path: "/gan", icon: "map", word: "tile_near", hint: "tile_near_hint" },
  { path: "/giup", icon: "help", word: "tile_help", hint: "tile_help_hint" },
];

function Search() {
  const typed = useSignal("");
  return (
    <SearchBox
      id="home-q"
      label={t("search_label")}
      hint={t("search_hint")}
      value={typed.value}
      onInput={(value) => (typed.value = value)}
      onSubmit={() => go(typed.value.trim() ? `/s?q=${encodeURIComponent(typed.value.trim())}` : "/s")}
    >
      <Begin />
    </SearchBox>
  );
}

function MyDossiers() {
  const read = useRead("me:dossiers", () => got(api.GET("/v1/me/dossiers")));
  const items = read.data?.items.slice(0, 3) ?? [];
  if (!items.length) return null;
  return (
    <section>
      <div class="row-head">
        <h2>{t("my_dossiers")}</h2>
        <a href="#/hs">{t("all_dossiers")}</a>
      </div>
      <ul class="cards">
        {items.map((dossier) => (
          <li key={dossier.id}>
            <DossierLine dossier={dossier} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Often() {
  const read = useRead("life-events", () => got(api.GET("/v1/life-events")), { fresh: 86_400_000 });
  const items = read.data?.items.slice(0, 6) ?? [];
  // The title stands while they come, so that nothing moves; not over nothing.
  if (!read.data && read.failure) return null;
  return (
    <section class="often" aria-labelledby="often">
      <h2 id="often">{t("often")}</h2>
      <ul class="links">
        {items.map((event) => (
          <li key={event.code}>
            <a href={`#/viec/${encodeURIComponent(event.code)}`}>{event.name}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Home() {
  const place = homeCommune.value;
  return (
    <div class="home">
      <div class="place-row">
        <a class="place" href="#/noi-o" aria-label={t("place_button", { place: place?.name ?? "–" })}>
          <Icon name="pin" />
          {place?.full_name ?? t("choose_place")}
        </a>
        <AlertCount />
      </div>
      <AlertStrip />
      <h1 class="ask">{t("ask")}</h1>
      <Search />
      <ul class="tiles">
        <FloodTile />
        {TILES.map((tile) => (
          <li key={tile.path}>
            <a href={`#${tile.path}`}>
              <Icon name={tile.icon} />
              <b>{t(tile.word)}</b>
              <small>{t(tile.hint)}</small>
            </a>
          </li>
        ))}
      </ul>
      {me.value && <MyDossiers />}
      <Often />
    </div>
  );
}
