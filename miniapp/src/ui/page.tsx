/** The head of a screen: the way back, and its one h1. */
import type { ComponentChildren } from "preact";
import { back } from "../main/router";
import { Icon } from "./icon";
import vi from "./vi.json";
import { words } from "./words";

const t = words(vi);

export function Head({ title, up, children }: { title: string; up?: string; children?: ComponentChildren }) {
  return (
    <div class="head">
      {up !== undefined && (
        <button type="button" class="round" aria-label={t("back")} onClick={() => back(up)}>
          <Icon name="back" />
        </button>
      )}
      <h1>{title}</h1>
      {children}
    </div>
  );
}

export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <h2>{title}</h2>
      {children}
    </div>
  );
}
