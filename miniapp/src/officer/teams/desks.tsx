/** The officer's screens of teams and of people's rights, each fetched when it is opened. */
import type { Screen } from "../../main/router";
import { Later } from "../../ui/later";

const door =
  (load: () => Promise<Screen>): Screen =>
  (props) => <Later {...props} load={async () => ({ default: await load() })} />;

const team = door(async () => (await import("./desk-team")).OneTeam);
const PARTS: Record<string, Screen> = {
  ds: door(async () => (await import("./desk-teams")).Teams),
  lap: door(async () => (await import("./desk-teams")).NewTeam),
  quyen: door(async () => (await import("../rights/desk-rights")).Queue),
};

/** A word, or else the id of a team. */
const Desk: Screen = (props) => {
  const { part = "" } = props.place.params;
  const Shown = PARTS[part] ?? team;
  return <Shown key={part} {...props} />;
};
export default Desk;
