import { afterEach, expect, test, vi } from "vitest";
import { PIECE, sendPhoto } from "../../src/reports/photo-upload";

afterEach(() => vi.unstubAllGlobals());

const answer = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });

test("after a break a photo goes on from where the server has it, and a misplaced piece is put right", async () => {
  const photo = new Blob([new Uint8Array(PIECE * 3 + 5)], { type: "image/jpeg" });
  const asked: string[] = [];
  let lied = false;
  vi.stubGlobal("fetch", async (request: Request) => {
    const url = new URL(request.url);
    asked.push(`${request.method} ${url.searchParams.get("offset") ?? ""}`);
    if (request.method === "GET") return answer({ offset: PIECE, whole: false });
    const offset = Number(url.searchParams.get("offset"));
    if (offset === PIECE && !lied) {
      lied = true;
      return answer({ type: "/problems/photo-piece-misplaced", title: "", status: 409, extra: { offset: PIECE * 2 } }, 409);
    }
    const end = Math.min(photo.size, offset + PIECE);
    return answer({ offset: end, whole: end === photo.size });
  });
  await sendPhoto("01a207ce-b992-7470-90b5-0a1731455657", 0, photo, "key", true);
  expect(asked).toEqual(["GET ", `PATCH ${PIECE}`, `PATCH ${PIECE * 2}`, `PATCH ${PIECE * 3}`]);
});
