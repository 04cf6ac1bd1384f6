/** C4b: one followed dossier. */
import { api, done, got } from "../api/client";
import { whyNot } from "../api/failure";
import { readInto, useRead } from "../api/read";
import { back, type Screen } from "../main/router";
import { say } from "../ui/say";
import { Shown } from "../ui/shown";
import { words } from "../ui/words";
import { Ask } from "./ask";
import { readMine } from "./dossiers";
import { Rate } from "./rate";
import vi from "./vi.json";
import { DossierView } from "./view";

const t = words(vi);

const DossierScreen: Screen = ({ place }) => {
  const id = place.params["id"] ?? "";
  const read = useRead(`me:dossier:${id}`, () => got(api.GET("/v1/me/dossiers/{dossier_id}", { params: { path: { dossier_id: id } } })));
  const unfollow = async () => {
    try {
      await done(api.DELETE("/v1/me/dossiers/{dossier_id}", { params: { path: { dossier_id: id } } }));
      await readInto("me:dossiers", readMine, {});
      say(t("unfollowed"));
      back("/hs");
    } catch (error) {
      say(whyNot(error, t("offline")));
    }
  };
  return (
    <Shown read={read} always head={{ title: t("one"), up: "/hs", of: (dossier) => dossier.procedure_name }}>
      {(dossier) => (
        <div class="stack">
          <DossierView dossier={dossier} />
          <Rate dossier={dossier} onChange={() => void read.again()} />
          <Ask dossier={dossier} onChange={() => void read.again()} />
          {dossier.owned && (
            <a class="card link" href={`#/hs/${dossier.id}/ai-xem`}>
              <b>{t("followers")}</b>
              <small>{t("followers_link")}</small>
            </a>
          )}
          <div class="actions">
            <button type="button" class="btn ghost" onClick={() => void read.again()}>
              {t("refresh")}
            </button>
            <button type="button" class="btn danger" onClick={() => void unfollow()}>
              {t("unfollow")}
            </button>
          </div>
        </div>
      )}
    </Shown>
  );
};

export default DossierScreen;
