#!/usr/bin/env python3
"""Makes the photos beside it; run by hand, the tests need only the result.

Needs Debian's imagemagick, libimage-exiftool-perl, webp and libjpeg-turbo-progs. Whatever a cleaned photo
must not hold is called TELLTALE, so that the tests can look for one word.
"""
import os, struct, subprocess, sys, tempfile, zlib

here = os.path.dirname(os.path.abspath(__file__))
work = tempfile.mkdtemp()
os.chdir(work)
CONVERT = "/usr/bin/convert"


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def read(name):
    with open(name, "rb") as file:
        return file.read()


def save(name, data, folder=here):
    with open(os.path.join(folder, name), "wb") as file:
        file.write(data)
    print(name, len(data))


def picture(name, *options):
    """An F on two colours, so that every turn and every mirror image is seen."""
    run(CONVERT, "-size", "60x40", "gradient:#f6d365-#3b6fb5", "-fill", "#7a1020",
        "-draw", "rectangle 10,5 16,34", "-draw", "rectangle 10,5 34,11", "-draw", "rectangle 10,17 26,22",
        "-strip", *options, name)


def profile():
    """A profile of the sRGB primaries, as small as ICC.1 allows."""
    def xyz(x, y, z): return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(v * 65536) for v in (x, y, z)))
    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(2.2 * 256)) + b"\0\0"
    text = b"desc\0\0\0\0" + struct.pack(">I", 5) + b"sRGB\0" + b"\0" * 78 + b"\0"
    tags = [(b"desc", text), (b"cprt", b"text\0\0\0\0CC0\0"), (b"wtpt", xyz(0.9642, 1, 0.8249)),
            (b"rXYZ", xyz(0.4361, 0.2225, 0.0139)), (b"gXYZ", xyz(0.3851, 0.7169, 0.0971)),
            (b"bXYZ", xyz(0.1431, 0.0606, 0.7141)), (b"rTRC", curve), (b"gTRC", curve), (b"bTRC", curve)]
    at, table, body = 132 + 12 * len(tags), b"", b""
    for name, data in tags:
        data += b"\0" * (-len(data) % 4)
        table += name + struct.pack(">II", at + len(body), len(data))
        body += data
    size = at + len(body)
    return (struct.pack(">I", size) + b"\0\0\0\0\x02\x10\0\0mntrRGB XYZ " + b"\0" * 12 + b"acsp" + b"\0" * 28
            + struct.pack(">3i", 63190, 65536, 54061) + b"\0" * 48 + struct.pack(">I", len(tags)) + table + body)


def tell(name, order, orientation, *more):
    run("exiftool", "-q", "-overwrite_original", f"-ExifByteOrder={order}", f"-Orientation#={orientation}",
        "-Make=TELLTALE make", "-Model=TELLTALE model", "-Artist=TELLTALE author", "-DateTimeOriginal=2026:01:02 03:04:05",
        "-SerialNumber=TELLTALE serial", "-GPSLatitude=42.8746", "-GPSLatitudeRef=N", "-GPSLongitude=74.5698",
        "-GPSLongitudeRef=E", "-GPSProcessingMethod=TELLTALE place", "-UserComment=TELLTALE comment",
        "-XMP-dc:Creator=TELLTALE xmp", *more, name)


def segment(marker, body): return bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body


def jpegs():
    save("profile.icc", profile(), work)
    picture("small.png")
    picture("thumb.jpg", "-resize", "24x16", "-quality", "40", "-set", "comment", "TELLTALE thumbnail")
    picture("second.jpg", "-resize", "30x20")
    tell("second.jpg", "MM", 1)

    run(CONVERT, "small.png", "-profile", "profile.icc", "-quality", "80", "a.jpg")
    run("jpegtran", "-restart", "1B", "-copy", "all", "-outfile", "phone.jpg", "a.jpg")
    tell("phone.jpg", "MM", 6, "-ThumbnailImage<=thumb.jpg", "-IPTC:By-line=TELLTALE iptc", "-Comment=TELLTALE com")
    data = read("phone.jpg")
    jfif = segment(0xE0, b"JFIF\0\1\2\1\0\x48\0\x48\2\2" + b"TELLTALEabcd")  # a thumbnail of 2x2 points
    rest = data[2:]
    if rest[:2] == b"\xff\xe0":
        rest = rest[2 + struct.unpack(">H", rest[2:4])[0]:]
    data = data[:2] + jfif + b"\xff\xff" + segment(0xE7, b"TELLTALE app7") + b"\xff" + rest
    save("phone.jpg", data + read("second.jpg") + b"TELLTALE trailer")

    run("jpegtran", "-copy", "none", "-outfile", "camera.jpg", "a.jpg")
    tell("camera.jpg", "II", 3, "-XMP-tiff:Make=TELLTALE xmp make")
    save("camera.jpg", read("camera.jpg"))

    run("jpegtran", "-progressive", "-copy", "none", "-outfile", "progressive.jpg", "a.jpg")
    tell("progressive.jpg", "II", 8)
    data = read("progressive.jpg")
    second_scan = data.index(b"\xff\xda", data.index(b"\xff\xda") + 2)
    tables = data.rindex(b"\xff\xc4", 0, second_scan)
    save("progressive.jpg", data[:tables] + segment(0xFE, b"TELLTALE between scans")
         + segment(0xE1, b"Exif\0\0TELLTALE late") + data[tables:])

    picture("cmyk.jpg", "-colorspace", "CMYK", "-quality", "70")
    tell("cmyk.jpg", "MM", 1)
    save("cmyk.jpg", read("cmyk.jpg"))


def chunk(kind, body): return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def exif(orientation):
    value = b"TELLTALE exif\0"
    return (b"II*\0\x08\0\0\0\x02\0" + struct.pack("<HHII", 0x010F, 2, len(value), 38)
            + struct.pack("<HHIHH", 0x0112, 3, 1, orientation, 0) + b"\0\0\0\0" + value)


def pngs():
    text = (chunk(b"tEXt", b"Author\0TELLTALE author") + chunk(b"zTXt", b"TELLTALE\0\0" + zlib.compress(b"TELLTALE"))
            + chunk(b"iTXt", b"Title\0\0\0\0\0TELLTALE title") + chunk(b"tIME", b"\x07\xea\1\2\3\4\5")
            + chunk(b"teSt", b"TELLTALE private"))
    run(CONVERT, "small.png", "-profile", "profile.icc", "-density", "96", "-define", "png:exclude-chunks=date,tEXt,tIME", "a.png")
    data = read("a.png")
    at = data.index(b"IDAT") - 4
    save("texts.png", data[:at] + text + chunk(b"eXIf", exif(6)) + data[at:-12] + text + data[-12:] + b"TELLTALE after the end")

    run(CONVERT, "small.png", "-transparent", "#7a1020", "-colors", "16", "-interlace", "PNG", "-type", "PaletteAlpha",
        "-define", "png:exclude-chunks=date,tEXt,tIME", "PNG8:b.png")
    data = read("b.png")
    save("late.png", data[:-12] + chunk(b"eXIf", exif(3)) + text + data[-12:])

    head = struct.pack(">IIBBBBB", 30, 20, 8, 2, 0, 0, 0)
    def rows(r, g, b): return zlib.compress((b"\0" + bytes([r, g, b]) * 30) * 20)
    def control(n): return chunk(b"fcTL", struct.pack(">IIIIIHHBB", n, 30, 20, 0, 0, 1, 2, 0, 0))
    save("moving.png", b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"acTL", struct.pack(">II", 2, 0)) + control(0)
         + text + chunk(b"IDAT", rows(200, 30, 30)) + control(1) + chunk(b"fdAT", struct.pack(">I", 2) + rows(30, 30, 200))
         + chunk(b"IEND", b""))


def webps():
    save("tell.exif", exif(8), work)
    save("tell.xmp", b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
         b'<rdf:Description rdf:about="TELLTALE xmp"/></rdf:RDF></x:xmpmeta>', work)

    def metadata(name, out, extra=b"JUNK\x0d\0\0\0TELLTALE junk\0"):
        run("webpmux", "-set", "exif", "tell.exif", name, "-o", "1.webp")
        run("webpmux", "-set", "xmp", "tell.xmp", "1.webp", "-o", "2.webp")
        data = read("2.webp") + extra
        save(out, data[:4] + struct.pack("<I", len(data) - 8) + data[8:] + b"TELLTALE after the end")

    run("cwebp", "-quiet", "-q", "70", "small.png", "-o", "0.webp")
    run("webpmux", "-set", "icc", "profile.icc", "0.webp", "-o", "l.webp")
    metadata("l.webp", "lossy.webp")
    run(CONVERT, "small.png", "-transparent", "#7a1020", "t.png")
    run("cwebp", "-quiet", "-lossless", "t.png", "-o", "t.webp")
    metadata("t.webp", "lossless.webp")
    run("cwebp", "-quiet", "-q", "60", "t.png", "-o", "alpha.webp")
    metadata("alpha.webp", "alpha.webp")
    run(CONVERT, "small.png", "-negate", "n.png")
    run("img2webp", "-loop", "0", "-lossy", "-d", "500", "small.png", "n.png", "-o", "m.webp")
    metadata("m.webp", "moving.webp")


jpegs()
pngs()
webps()
