/** True in the Zalo Mini App build. */
declare const __ZALO__: boolean;
/** Origin of the API; empty: the one that serves this page. */
declare const __API_URL__: string;
