/** The evening's walk, all of it on the phone: tonight, the houses, the visit, and what waits to be sent. */
export { Homes } from "./homes";
export { HomeCard } from "./home";
export { Queue } from "./queue-screen";
export { Today } from "./today";
export { Visit } from "./visit";
