/** True in the Zalo Mini App build. */
declare const __ZALO__: boolean;
/** Origin of the API; empty: the one that serves this page. */
declare const __API_URL__: string;
/** Code of the province this app serves (`PROVINCE_CODE` at the build). */
declare const __PROVINCE__: string;
/** The province's telephone line (`HOTLINE` at the build). */
declare const __HOTLINE__: string;
/** The number that takes text messages that call for help (`SOS_SMS` at the build). */
declare const __SOS_SMS__: string;
