/** The way out when no data goes through: a text message, composed. */
import { type Call, smsText } from "./compact";

/** The number that takes text messages: the province's gateway, or 112 (Decree 200/2025 lets it take them, free). */
export const SMS_NUMBER = __SOS_SMS__;

/** iOS wants `&`, Android `?`; `?&` is understood by both. */
export const smsLink = (call: Call): string => `sms:${SMS_NUMBER}?&body=${encodeURIComponent(smsText(call))}`;
