/** What may become of a household: a split or a move, or two entries made one. */
import type { Screen } from "../../main/router";
import { Later } from "../../ui/later";

const Part: Screen = ({ place }) => (place.params["part"] === "gop" ? <Later key="gop" load={() => import("./merge")} place={place} /> : <Later key="doi" load={() => import("./reshape")} place={place} />);

export default Part;
