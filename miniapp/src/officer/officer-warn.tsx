/** Publishing and ending warnings. */
export { NewWarning } from "./warn/warning-form";
export { OneDraft } from "./warn/draft";
export { FeedList } from "./warn/feeds";
export { Warning, Warnings } from "./warn/warnings";
