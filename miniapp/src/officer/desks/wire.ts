/** What the screens of ready answers and of the ladder ask and say. */
import { api, got } from "../../api/client";
import type { components } from "../../api/schema.gen";

type Shapes = components["schemas"];
export type Template = Shapes["KeptTemplate"];
export type NewTemplate = Shapes["NewTemplate"];
export type TemplateList = Shapes["TemplateList"];
export type Ladder = Shapes["Ladder"];
export type Rung = Shapes["LadderRung"];

export const askTemplates = () => got(api.GET("/v1/agency/templates"));
export const putTemplate = (id: number | null, body: NewTemplate): Promise<TemplateList> =>
  id === null ? got(api.POST("/v1/agency/templates", { body })) : got(api.PUT("/v1/agency/templates/{template_id}", { params: { path: { template_id: id } }, body }));
export const dropTemplate = (id: number) => got(api.DELETE("/v1/agency/templates/{template_id}", { params: { path: { template_id: id } } }));
export const askLadder = () => got(api.GET("/v1/admin/report-ladder"));
export const putLadder = (items: Rung[]) => got(api.PUT("/v1/admin/report-ladder", { body: { items } }));
export const askChoices = async () => {
  const [agencies, subjects] = await Promise.all([got(api.GET("/v1/agencies")), got(api.GET("/v1/report-categories"))]);
  return { agencies: agencies.items, subjects: subjects.items };
};
