/** Why a visit that has been sent is said anew: told to the leader with the second word. */
import { Chips } from "../../ui/form";
import { t } from "./words";

const WHY = (["why_mistap", "why_more", "why_told"] as const).map((key) => ({ value: t(key), label: t(key) }));

interface Props {
  value: string | null;
  error: string | undefined;
  onChoose: (why: string) => void;
}

export default function Why({ value, error, onChoose }: Props) {
  return <Chips name="why" legend={t("q_why")} hint={t("why_hint")} choices={WHY} value={value} error={error} onChoose={onChoose} />;
}
