/** Photos are shrunk on the phone before they wait: at most 1280 px, about 250 kB, no EXIF. */
const LONGEST = 1280;
const AIM = 250_000;
const QUALITIES = [0.7, 0.55, 0.4];
export const PHOTOS_MAX = 4;

interface Drawable {
  source: CanvasImageSource;
  width: number;
  height: number;
  close(): void;
}

async function decoded(file: Blob): Promise<Drawable> {
  if (typeof createImageBitmap === "function") {
    try {
      const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
      return { source: bitmap, width: bitmap.width, height: bitmap.height, close: () => bitmap.close() };
    } catch {
      /* older engines know no options, some formats only decode in an <img> */
    }
  }
  const url = URL.createObjectURL(file);
  const image = new Image();
  image.src = url;
  await image.decode();
  return { source: image, width: image.naturalWidth, height: image.naturalHeight, close: () => URL.revokeObjectURL(url) };
}

export async function shrunk(file: Blob): Promise<Blob> {
  const image = await decoded(file);
  try {
    const scale = Math.min(1, LONGEST / Math.max(image.width, image.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(image.width * scale));
    canvas.height = Math.max(1, Math.round(image.height * scale));
    const pen = canvas.getContext("2d");
    if (!pen) throw new Error("no canvas");
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image.source, 0, 0, canvas.width, canvas.height);
    let best: Blob | null = null;
    for (const quality of QUALITIES) {
      best = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));
      if (best && best.size <= AIM) break;
    }
    if (!best) throw new Error("no picture");
    return best;
  } finally {
    image.close();
  }
}
