/** The screens of teams and of people's rights, each fetched when it is opened: the first load knows this one file of them. */
import type { Screen } from "../../main/router";
import { Later } from "../../ui/later";

const door =
  (load: () => Promise<Screen>): Screen =>
  (props) => <Later {...props} load={async () => ({ default: await load() })} />;

const check = door(async () => (await import("./team-check")).Check);
const badge = door(async () => (await import("./team-badge")).MyBadge);

const PARTS: Record<string, Screen> = {
  the: badge,
  cong: door(async () => (await import("./team-thanks")).ThanksScreen),
  "tap-huan": door(async () => (await import("./team-trained")).TrainingScreen),
  moi: door(async () => (await import("./team-inviting")).Inviting),
  vao: door(async () => (await import("./team-invited")).Invited),
  quyen: door(async () => (await import("../rights/rights-door")).AtDoor),
  "cua-toi": door(async () => (await import("../rights/rights-mine")).MyRights),
};

/** A badge to check, or a part by its word: two lines in the table of all screens. */
const Part: Screen = (props) => {
  const { part, token } = props.place.params;
  const Shown = token === undefined ? (PARTS[part ?? ""] ?? badge) : check;
  return <Shown key={part ?? token} {...props} />;
};
export default Part;
