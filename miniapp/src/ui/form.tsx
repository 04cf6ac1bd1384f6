/** Fields: label above, hint and error tied to the input, chips for choices, one summary of errors. */
import type { ComponentChildren, InputHTMLAttributes } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Icon, type IconName } from "./icon";
import vi from "./vi.json";
import { Whole } from "./whole";
import { words } from "./words";

const t = words(vi);

interface FieldProps {
  id: string;
  label: string;
  value: string;
  onInput: (value: string) => void;
  hint?: string | undefined;
  error?: string | undefined;
  optional?: boolean;
  lines?: number;
  input?: InputHTMLAttributes<HTMLInputElement>;
}

export function Field({ id, label, value, onInput, hint, error, optional = false, lines, input }: FieldProps) {
  const tied = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  const shared = {
    id,
    name: id,
    value,
    "aria-describedby": tied || undefined,
    "aria-invalid": error ? ("true" as const) : undefined,
    onInput: (event: { currentTarget: { value: string } }) => onInput(event.currentTarget.value),
  };
  return (
    <div class={error ? "field bad" : "field"}>
      <label for={id}>
        {label} {optional && <small>({t("optional")})</small>}
      </label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          <Whole text={hint} />
        </p>
      )}
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {lines ? <textarea rows={lines} {...shared} /> : <input type="text" {...input} {...shared} />}
    </div>
  );
}

export interface Choice<V extends string> {
  value: V;
  label: string;
  icon?: IconName;
}

interface ChipsProps<V extends string> {
  name: string;
  legend: string;
  choices: Choice<V>[];
  value: V | null;
  onChoose: (value: V) => void;
  error?: string | undefined;
  hint?: string | undefined;
}

/** One of several, as big touchable chips over real radio buttons. */
export function Chips<V extends string>({ name, legend, choices, value, onChoose, error, hint }: ChipsProps<V>) {
  const tied = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ");
  return (
    <fieldset class={error ? "field bad" : "field"} id={name} tabIndex={-1} aria-describedby={tied || undefined}>
      <legend>{legend}</legend>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="error" id={`${name}-error`}>
          {error}
        </p>
      )}
      <div class="chips">
        {choices.map((choice) => (
          <label class="chip" key={choice.value}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChoose(choice.value)}
            />
            <span>
              {choice.icon && <Icon name={choice.icon} />}
              {choice.label}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** A switch that says what it does; never ticked before the person does it. */
export function Tick({
  label,
  checked,
  onChange,
  hint,
  disabled = false,
}: {
  label: ComponentChildren;
  checked: boolean;
  onChange: (on: boolean) => void;
  hint?: ComponentChildren;
  disabled?: boolean;
}) {
  return (
    <label class="tick">
      <input type="checkbox" checked={checked} disabled={disabled} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>
        {label}
        {hint && <small>{hint}</small>}
      </span>
    </label>
  );
}

export interface Wrong {
  /** The id of the field. */
  id: string;
  message: string;
}

/** All that is wrong, first, each linked to its field; takes the focus when it appears. */
export function Summary({ wrong }: { wrong: Wrong[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (wrong.length) box.current?.focus();
  }, [wrong]);
  if (!wrong.length) return null;
  return (
    <div class="summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{t("fix_these", { n: wrong.length })}</h2>
      <ul>
        {wrong.map(({ id, message }) => (
          <li key={id}>
            <button
              type="button"
              class="as-link"
              onClick={() => {
                const target = document.getElementById(id);
                const inner = target?.matches("fieldset") ? target.querySelector<HTMLElement>("input,button,svg[tabindex]") : target;
                (inner ?? target)?.focus();
                target?.scrollIntoView({ block: "center" });
              }}
            >
              {message}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

export const wrongOf = (wrong: Wrong[], id: string): string | undefined => wrong.find((one) => one.id === id)?.message;
