/** First paint: shell and home. Everything else is fetched when it is asked for. */
import { render } from "preact";
import "./style.css";
import { platform } from "../platform";
import { start as startOutbox } from "../offline/outbox";
import { applyComfort } from "../ui/comfort";
import { startRouter } from "./router";
import { Shell } from "./shell";

const root = document.getElementById("app") ?? document.body.appendChild(document.createElement("div"));
document.documentElement.lang = "vi";
applyComfort();
startRouter();
root.textContent = "";
render(<Shell />, root);

const idle = (run: () => void) => ("requestIdleCallback" in window ? requestIdleCallback(run, { timeout: 2_000 }) : setTimeout(run, 300));
idle(() => {
  platform.start();
  startOutbox().catch(() => undefined);
  // Whoever walked with this phone: what waits is sent, and an order to forget is heard, whatever screen is open.
  if (platform.store.get("walk")) import("../outreach/state").then((found) => found.start()).catch(() => undefined);
  import("./ready").then((found) => found.prepareOffline()).catch(() => undefined);
});
