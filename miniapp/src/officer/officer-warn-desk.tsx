/** Drafts of warnings, and feeds of others. */
export { OneDraft } from "./warn/desk/draft";
export { FeedList } from "./warn/desk/feeds";
