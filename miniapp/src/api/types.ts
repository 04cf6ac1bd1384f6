/** The names screens use for the API's shapes, all taken from its OpenAPI. */
import type { components } from "./schema.gen";

type Shapes = components["schemas"];

export interface Page<T> {
  items: T[];
  next?: string | null;
}

export type Role = Shapes["Role"];
export type ForwardLine = Shapes["ForwardLine"];
export type ForwardSystem = Shapes["ForwardSystem"];
export type Me = Shapes["Me"];
export type Session = Shapes["Session"];
export type Challenge = Shapes["CodeChallenge"];
export type CodeAnswer = Shapes["CodeAnswer"];
export type LinkedWay = Shapes["LinkedWay"];
export type NewSecondFactor = Shapes["NewSecondFactor"];
export type TripEnd = Shapes["TripEnd"];
export type Purpose = Shapes["Purpose"];
export type Consent = Shapes["Consent"];

export type CommuneLine = Shapes["CommuneLine"];
export type Candidate = Shapes["Candidate"];
export type Located = Shapes["Located"];

export type ProcedureLine = Shapes["ProcedureLine"];
export type Hotline = Shapes["Hotline"];
export type Procedure = Shapes["Procedure"];
export type LifeEvent = Shapes["LifeEvent"];
export type Journey = Shapes["Journey"];
export type SearchKind = Shapes["SearchKind"];
export type Searches = Shapes["Searches"];

export type Dossier = Shapes["Dossier"];
export type Message = Shapes["Message"];
export type MessagePreferences = Shapes["MessagePreferences"];
export type Alert = Shapes["Alert"];
export type AlertPlace = Shapes["AlertPlace"];

export type Category = Shapes["Category"];
export type Near = Shapes["Near"];
export type Route = Shapes["Route"];
export type RouteList = Shapes["RouteList"];
export type RoutePreview = Shapes["Preview"];
export type Around = Shapes["Around"];
export type NewReport = Shapes["NewReport"];
export type ReportLine = Shapes["Line"];
export type ShownPhoto = Shapes["ShownPhoto"];
export type PublicPhoto = Shapes["PublicPhoto"];
export type MyReport = Shapes["MyReport"];
export type PublicReport = Shapes["PublicReport"];
export type FigureSheet = Shapes["FigureSheet"];
export type FigureLine = Shapes["FigureLine"];
