/** Several of a list, as big touchable chips over real checkboxes; and a number by two buttons. */
import type { Choice } from "./form";
import { Icon } from "./icon";

interface PicksProps<V extends string> {
  name: string;
  legend: string;
  choices: Choice<V>[];
  values: V[];
  onChange: (values: V[]) => void;
  hint?: string;
  error?: string | undefined;
}

export function Picks<V extends string>({ name, legend, choices, values, onChange, hint, error }: PicksProps<V>) {
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
        {choices.map(({ value, label, icon }) => (
          <label class="chip" key={value}>
            <input
              type="checkbox"
              name={name}
              value={value}
              checked={values.includes(value)}
              onChange={(event) => onChange(event.currentTarget.checked ? [...values, value] : values.filter((one) => one !== value))}
            />
            <span>
              {icon && <Icon name={icon} />}
              {label}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface StepperProps {
  id: string;
  label: string;
  value: number | null;
  none: string;
  least: number;
  most: number;
  less: string;
  more: string;
  onChange: (value: number | null) => void;
}

/** A small number without a keyboard; below the least it is "not known". */
export function Stepper({ id, label, value, none, least, most, less, more, onChange }: StepperProps) {
  return (
    <div class="field" role="group" aria-labelledby={`${id}-label`}>
      <span class="stepper-label" id={`${id}-label`}>
        {label}
      </span>
      <div class="stepper">
        <button type="button" class="round edge" aria-label={less} disabled={value === null} onClick={() => onChange(value === null || value <= least ? null : value - 1)}>
          <Icon name="minus" />
        </button>
        <output id={id} aria-live="polite">
          {value ?? none}
        </output>
        <button type="button" class="round edge" aria-label={more} disabled={value !== null && value >= most} onClick={() => onChange(value === null ? least : Math.min(most, value + 1))}>
          <Icon name="plus" />
        </button>
      </div>
    </div>
  );
}
