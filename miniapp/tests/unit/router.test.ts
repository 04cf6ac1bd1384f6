import { expect, test } from "vitest";
import { match, split } from "../../src/main/router";
import { find, routes } from "../../src/main/routes";
import { TABS, tabOf } from "../../src/main/tabs";

test("a hash is split into path and query", () => {
  const { path, query } = split("#/s?q=khai%20sinh");
  expect(path).toBe("/s");
  expect(query.get("q")).toBe("khai sinh");
  expect(split("").path).toBe("/");
});

test("parameters are whole segments, decoded, and broken ones do not match", () => {
  expect(match("/s/:code", "/s/1.001193")).toEqual({ code: "1.001193" });
  expect(match("/hs/:id", "/hs/a%2Fb")).toEqual({ id: "a/b" });
  expect(match("/s/:code", "/s")).toBeNull();
  expect(match("/s/:code", "/s/%E0%A4%A")).toBeNull();
});

test("no address is taken twice, and fixed ones win over parameters", () => {
  const paths = routes.map((route) => route.path);
  expect(new Set(paths).size).toBe(paths.length);
  expect(find("/p/moi")?.route.path).toBe("/p/moi");
  expect(find("/nowhere/at/all")).toBeNull();
});

test("every screen can be fetched and every tab leads to one", async () => {
  for (const route of routes) expect((await route.screen()).default, route.path).toBeTypeOf("function");
  for (const tabs of Object.values(TABS)) {
    expect(tabs.length).toBeLessThanOrEqual(4);
    for (const tab of tabs) expect(tab.path === "/" || find(tab.path), tab.path).toBeTruthy();
  }
}, 60_000);

test("the tab of a screen is the one it names, else the longest that begins it", () => {
  expect(tabOf("citizen", "/s/1.001193")).toBe("/s");
  expect(tabOf("citizen", "/hs", "/")).toBe("/");
  expect(tabOf("citizen", "/toi")).toBe("/toi");
});
