/** Which page of the book is asked for: its address ends with it. */
import type { ComponentType } from "preact";
import type { Place, Screen } from "../../main/router";
import { Later } from "../../ui/later";

type Load = () => Promise<{ default: ComponentType<{ place: Place }> }>;

const PAGES: Record<string, Load> = {
  so: () => import("./home-book"),
  doi: () => import("./reshape"),
  gop: () => import("./merge"),
  trung: () => import("./duplicates"),
  "dia-gioi": () => import("./geography"),
};

const Part: Screen = ({ place }) => {
  const name = place.path.split("/").at(-1) ?? "";
  return <Later key={place.path} load={PAGES[name] ?? (PAGES["so"] as Load)} place={place} />;
};

export default Part;
