/** What the screens of subjects ask and say. */
import { api, got } from "../../api/client";
import type { components } from "../../api/schema.gen";
import type { Category } from "../../api/types";

export type ChangeLog = components["schemas"]["ChangeLog"];
export type Fields = components["schemas"]["CategoryFields"];

export async function askSubjects(): Promise<{ items: Category[]; log: ChangeLog }> {
  const [list, log] = await Promise.all([got(api.GET("/v1/report-categories")), got(api.GET("/v1/admin/category-changes"))]);
  return { items: list.items, log };
}

export const changeSubject = (code: string, body: { effective_on: string; note: string; fields: Fields }): Promise<ChangeLog> =>
  got(api.PUT("/v1/admin/categories/{code}", { params: { path: { code } }, body }));
