/** One household's book, and what may become of it. */
export { HomeBook } from "./home-book";
export { Reshape } from "./reshape";
