/** The sheet, and typing it in. */
export { SheetPage } from "./sheet";
export { Typing } from "./typing";
