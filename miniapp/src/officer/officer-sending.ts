/** What leaves the app: the day, what could not be sent, invitations. */
export { Campaigns } from "./sending/campaigns";
export { NewInvitation } from "./sending/campaign-form";
export { Sent } from "./sending/sent";
