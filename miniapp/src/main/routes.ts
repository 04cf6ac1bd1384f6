/** Every screen there is, by address. A slice brings its own list. */
import { routes as agency } from "../agency/routes";
import { routes as alerts } from "../alerts/routes";
import { routes as dossiers } from "../dossiers/routes";
import { routes as figures } from "../figures/routes";
import { routes as gauges } from "../gauges/routes";
import { routes as identity } from "../identity/routes";
import { routes as messages } from "../messages/routes";
import { routes as moderation } from "../moderation/routes";
import { routes as officer } from "../officer/routes";
import { routes as outreach } from "../outreach/routes";
import { routes as procedures } from "../procedures/routes";
import { routes as reports } from "../reports/routes";
import { routes as rescue } from "../rescue/routes";
import { match, type Route } from "./router";

export const routes: Route[] = [...procedures, ...dossiers, ...reports, ...figures, ...rescue, ...alerts, ...gauges, ...messages, ...identity, ...outreach, ...agency, ...moderation, ...officer];

export interface Found {
  route: Route;
  params: Record<string, string>;
}

export function find(path: string): Found | null {
  for (const route of routes) {
    const params = match(route.path, path);
    if (params) return { route, params };
  }
  return null;
}
