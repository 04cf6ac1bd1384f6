/** A code of a report or dossier moves to the next line whole: a browser would break it at its hyphens. */

/** "PA-0000018", "DEMO-H57-0009", "H57.12-251120-0012": capitals, hyphens, and digits at the end. */
const CODE = /([A-Z0-9.]*[A-Z][A-Z0-9.]*(?:-[A-Z0-9]+)*-\d[A-Z0-9]*)/;

/** The text with every code in it kept on one line; one wider than the page may still break. */
export function Whole({ text }: { text: string }) {
  return (
    <>
      {text.split(CODE).map((part, index) =>
        index % 2 ? (
          <span class="code" key={index}>
            {part}
          </span>
        ) : (
          part
        ),
      )}
    </>
  );
}
