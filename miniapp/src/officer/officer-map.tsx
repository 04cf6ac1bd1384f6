/** The commune map by verdict, fetched when it is asked for. */
export { VerdictMap } from "./map";
