/** The API's shapes these screens use. */
import type { components } from "../api/schema.gen";

type Shapes = components["schemas"];

export type NewShare = Shapes["NewShare"];
export type Share = Shapes["Share"];
export type Follower = Shapes["Follower"];
export type QuestionKind = Shapes["QuestionKind"];
export type AgencyQuestion = Shapes["AgencyQuestion"];
export type QuestionCount = Shapes["QuestionCount"];
export type AgencyRatings = Shapes["AgencyRatings"];
export type RatingReason = Shapes["RatingReason"];

export const RELATIONS: NewShare["relation"][] = ["parent", "relative", "neighbour", "helped"];
export const PURPOSES: NewShare["purpose"][] = ["see_progress", "add_papers", "collect_result"];
export const HOWS: NewShare["how"][] = ["asked", "code", "spoken", "written"];
