"""Vietnamese number plates in drawn streets: a small labelled set for the search that hides them."""

from random import Random

from PIL import Image, ImageDraw, ImageFilter, ImageFont

Box = tuple[float, float, float, float]
WIDTH, HEIGHT = 1000, 750


def letters(line: str, tall: int) -> Image.Image:
    """Dark marks on white, each half as wide as high and apart from the next, as the standard has them."""
    font = ImageFont.load_default(size=96)
    step = round(tall * 0.68)
    image = Image.new("L", (step * len(line), tall + 2), 255)
    for place, letter in enumerate(line):
        box = font.getbbox(letter)
        mark = Image.new("L", (round(box[2] - box[0]), round(box[3] - box[1])), 255)
        ImageDraw.Draw(mark).text(
            (-box[0], -box[1]), letter, font=font, fill=25, stroke_width=3, stroke_fill=25
        )
        size = (step - max(2, tall // 6), tall)
        if letter in ".-":
            size = (max(2, tall // 5), max(2, tall // 7))
        down = tall - size[1] if letter == "." else (tall - size[1]) // 2
        across = (step - size[0]) // 2
        image.paste(mark.resize(size, Image.Resampling.BILINEAR), (place * step + across, down))
    return image


def plate(rng: Random, tall: int) -> Image.Image:
    """A plate in one row or two, whose marks are `tall` points high: white, or yellow as for hire, or worn."""
    head = f"{rng.randint(11, 99)}{rng.choice('ABCDEFGHKLMNPSTUVXYZ')}"
    tail = f"{rng.randint(100, 999)}.{rng.randint(10, 99)}"
    one_row = rng.random() < 0.5
    lines = [f"{head}-{tail}"] if one_row else [f"{head[:2]}-{head[2]}{rng.randint(1, 9)}", tail]
    rows = [letters(line, tall) for line in lines]
    wide = max(row.width for row in rows) + tall
    paper = rng.choice([(240, 240, 240), (236, 190, 60), (205, 205, 200)])
    image = Image.new("RGB", (wide, round(tall * 1.3 * len(lines) + tall * 0.4)), paper)
    for number, row in enumerate(rows):
        place = ((wide - row.width) // 2, round(tall * (0.3 + 1.3 * number)))
        image.paste((25, 25, 28), place, row.point(lambda grey: 255 - grey))
    edge = (0, 0, image.width - 1, image.height - 1)
    ImageDraw.Draw(image).rectangle(edge, outline=(40, 40, 40), width=max(1, tall // 10))
    return image


def street(seed: int) -> tuple[Image.Image, list[Box]]:
    """Walls, sky, cobbles and up to three vehicles with a plate, tilted a little and not sharp; where the plates are."""
    rng = Random(seed)
    image = Image.new("RGB", (WIDTH, HEIGHT), (150, 160, 165))
    draw = ImageDraw.Draw(image)
    for _ in range(40):
        x, y = rng.randrange(WIDTH), rng.randrange(HEIGHT)
        tone = rng.randint(60, 200)
        draw.rectangle(
            (x, y, x + rng.randint(30, 240), y + rng.randint(20, 160)), fill=(tone, tone - 10, tone - 25)
        )
    for stone in range(120):
        x, y = stone * 83 % WIDTH, 600 + stone * 37 % 150
        draw.ellipse((x, y, x + 26, y + 12), outline=(90, 80, 70))
    boxes: list[Box] = []
    for lane in range(3):
        back = Image.new("RGB", (300, 340), tuple(rng.choice([(30, 30, 34), (150, 30, 34), (190, 190, 195)])))
        sign = plate(rng, rng.randint(12, 26))
        back.paste(sign, ((300 - sign.width) // 2, 150))
        angle = rng.uniform(-12, 12)
        turned = back.rotate(angle, Image.Resampling.BICUBIC, expand=False)
        left, upper = 15 + lane * 330, rng.randint(180, 380)
        image.paste(turned, (left, upper))
        boxes.append((
            left + (300 - sign.width) / 2, upper + 150, left + (300 + sign.width) / 2, upper + 150 + sign.height,
        ))  # fmt: skip
    noise = Image.effect_noise((WIDTH, HEIGHT), 24).convert("RGB")
    return Image.blend(image.filter(ImageFilter.GaussianBlur(0.7)), noise, 0.06), boxes


def share_hidden(box: Box, areas: list[Box]) -> float:
    """How much of a box one of the areas covers, at best."""

    def common(area: Box) -> float:
        wide = min(box[2], area[2]) - max(box[0], area[0])
        high = min(box[3], area[3]) - max(box[1], area[1])
        return max(0.0, wide) * max(0.0, high)

    whole = (box[2] - box[0]) * (box[3] - box[1])
    return max((common(area) / whole for area in areas), default=0.0)


def recall(streets: int) -> tuple[int, int, int]:
    """Plates of which more than half is hidden, plates in all, and areas where there is none."""
    from api.kit.spotting import spotted  # noqa: PLC0415  not with the drawing alone

    hidden = wrong = 0
    for seed in range(streets):
        image, boxes = street(seed)
        areas = [
            (area.x * WIDTH, area.y * HEIGHT, (area.x + area.w) * WIDTH, (area.y + area.h) * HEIGHT)
            for area in spotted(image)
            if area.what == "plate"
        ]
        hidden += sum(share_hidden(box, areas) > 0.5 for box in boxes)
        wrong += sum(share_hidden(area, boxes) == 0 for area in areas)
    return hidden, 3 * streets, wrong
