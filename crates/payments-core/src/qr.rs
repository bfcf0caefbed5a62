//! QR codes: drawn as an SVG or as text for a terminal, and read from a picture that a provider
//! names. Feature `qr`.

use std::{fmt::Write as _, io::Cursor};

use png::{ColorType, Decoder, Limits, Transformations};
use qrcodegen::{QrCode, QrCodeEcc};
use rqrr::PreparedImage;

/// The light border that scanners need, in modules.
const QUIET: i32 = 4;

/// No picture of one code needs more, neither in bytes nor in pixels per side.
pub const LARGEST_PICTURE: usize = 1 << 20;
const WIDEST: u32 = 4096;

/// A QR code that can be drawn.
///
/// ```
/// use payments_core::qr::Drawing;
///
/// let drawing = Drawing::new("https://pay.example/1").expect("it is short enough");
/// assert!(drawing.svg().starts_with("<svg"));
/// assert!(drawing.blocks().contains('█'));
/// ```
#[doc(alias = "qr")]
#[derive(Clone)]
pub struct Drawing(QrCode);

impl Drawing {
    /// Makes a code with this content; `None` if it is too long for one.
    #[must_use]
    pub fn new(content: &str) -> Option<Self> {
        QrCode::encode_text(content, QrCodeEcc::Medium)
            .ok()
            .map(Self)
    }

    /// A standalone SVG, black on white on any background, which scales to any size.
    #[must_use]
    pub fn svg(&self) -> String {
        let size = self.0.size();
        let mut path = String::new();
        for y in 0..size {
            for x in (0..size).filter(|x| self.0.get_module(*x, y)) {
                let _never_fails = write!(path, "M{x} {y}h1v1h-1z");
            }
        }
        let side = size + 2 * QUIET;
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-{QUIET} -{QUIET} {side} {side}\" \
             shape-rendering=\"crispEdges\"><rect x=\"-{QUIET}\" y=\"-{QUIET}\" width=\"{side}\" \
             height=\"{side}\" fill=\"#fff\"/><path d=\"{path}\"/></svg>"
        )
    }

    /// Lines of half blocks, each two modules high. A block is a light module: for light text on a
    /// dark background. Most scanners also read the inverse.
    #[must_use]
    pub fn blocks(&self) -> String {
        let end = self.0.size() + QUIET;
        let mut text = String::new();
        for y in (-QUIET..end).step_by(2) {
            for x in -QUIET..end {
                // Everything outside of the code is light.
                let lower = y + 1 < end && !self.0.get_module(x, y + 1);
                text.push(match (!self.0.get_module(x, y), lower) {
                    (true, true) => '█',
                    (true, false) => '▀',
                    (false, true) => '▄',
                    (false, false) => ' ',
                });
            }
            text.push('\n');
        }
        text
    }
}

impl std::fmt::Debug for Drawing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Drawing")
            .field("size", &self.0.size())
            .finish()
    }
}

/// Reads the content of the one QR code in a PNG picture. `None` if it is not a PNG, is too large,
/// or contains no code or more than one: it would be unknown which of them is paid.
///
/// ```
/// use payments_core::{Money, QrisCode, qr};
///
/// /// The code in a provider's picture, once it asks for the right amount.
/// fn checked(png: &[u8], asked: Money) -> Option<String> {
///     let content = qr::read_picture(png)?;
///     QrisCode::check_content(&content, asked).ok()?;
///     Some(content)
/// }
///
/// assert_eq!(checked(b"no picture", Money::idr(20_000)), None);
/// ```
#[must_use]
pub fn read_picture(bytes: &[u8]) -> Option<String> {
    let (width, height, grey) = grey(bytes)?;
    let mut image = PreparedImage::prepare_from_greyscale(width, height, |x, y| {
        grey.get(y * width + x).copied().unwrap_or(u8::MAX)
    });
    let mut codes = image
        .detect_grids()
        .into_iter()
        .filter_map(|grid| grid.decode().ok());
    match (codes.next(), codes.next()) {
        (Some((_, content)), None) => Some(content),
        _ => None,
    }
}

/// Width, height, and how light each pixel is.
fn grey(bytes: &[u8]) -> Option<(usize, usize, Vec<u8>)> {
    if bytes.len() > LARGEST_PICTURE {
        return None;
    }
    let mut decoder = Decoder::new_with_limits(Cursor::new(bytes), Limits { bytes: 64 << 20 });
    decoder.set_transformations(Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().ok()?;
    let info = reader.info();
    if info.width > WIDEST || info.height > WIDEST {
        return None;
    }
    let mut pixels = vec![0; reader.output_buffer_size()?];
    let frame = reader.next_frame(&mut pixels).ok()?;
    let has_alpha = matches!(
        frame.color_type,
        ColorType::GrayscaleAlpha | ColorType::Rgba
    );
    let light = |pixel: &[u8]| {
        let (colours, alpha) = match pixel.split_last() {
            Some((alpha, colours)) if has_alpha => (colours, u32::from(*alpha)),
            _ => (pixel, 255),
        };
        let sum: u32 = colours.iter().map(|part| u32::from(*part)).sum();
        let count = u32::try_from(colours.len()).unwrap_or(1).max(1);
        // Transparent pixels count as white.
        let light = (sum / count * alpha + 255 * (255 - alpha)) / 255;
        u8::try_from(light).unwrap_or(u8::MAX)
    };
    let samples = frame.color_type.samples();
    let grey = pixels
        .get(..frame.buffer_size())?
        .chunks_exact(samples)
        .map(light)
        .collect();
    let side = |side: u32| usize::try_from(side).ok();
    Some((side(frame.width)?, side(frame.height)?, grey))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CONTENT: &str = "00020101021253033605405150005802ID5909Toko Satu6007Jakarta6304BD1F";

    /// The drawing in a terminal, as a picture: each character is one module wide and two high.
    fn picture(blocks: &str, colour: ColorType, scale: usize) -> Vec<u8> {
        let lines: Vec<Vec<char>> = blocks.lines().map(|line| line.chars().collect()).collect();
        let (width, height) = (lines[0].len(), lines.len() * 2);
        let light = |x: usize, y: usize| match lines[y / 2][x] {
            '█' => true,
            '▀' => y.is_multiple_of(2),
            '▄' => y % 2 == 1,
            _ => false,
        };
        let mut pixels = Vec::new();
        for y in 0..height * scale {
            for x in 0..width * scale {
                let light = light(x / scale, y / scale);
                match colour {
                    ColorType::Rgba if light => pixels.extend([0, 0, 0, 0]),
                    ColorType::Rgba => pixels.extend([0, 0, 90, 255]),
                    _ => pixels.push(if light { 255 } else { 0 }),
                }
            }
        }
        let mut bytes = Vec::new();
        let side = |side: usize| u32::try_from(side * scale).unwrap();
        let mut encoder = png::Encoder::new(&mut bytes, side(width), side(height));
        encoder.set_color(colour);
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(&pixels).unwrap();
        writer.finish().unwrap();
        bytes
    }

    #[test]
    fn what_is_drawn_for_a_terminal_is_read_from_a_picture_of_it() {
        let blocks = Drawing::new(CONTENT).unwrap().blocks();
        for colour in [ColorType::Grayscale, ColorType::Rgba] {
            let bytes = picture(&blocks, colour, 3);
            assert_eq!(read_picture(&bytes).as_deref(), Some(CONTENT));
        }
    }

    #[test]
    fn a_picture_without_one_code_holds_none() {
        let blocks = Drawing::new(CONTENT).unwrap().blocks();
        let bytes = picture(&blocks, ColorType::Grayscale, 3);
        assert_eq!(read_picture(b""), None);
        assert_eq!(read_picture(b"<svg/>"), None);
        assert_eq!(read_picture(&bytes[..bytes.len() / 2]), None);
        let blank = picture("██\n██\n", ColorType::Grayscale, 20);
        assert_eq!(read_picture(&blank), None);
        let twice: String = blocks
            .lines()
            .map(|line| format!("{line}{line}\n"))
            .collect();
        let twice = picture(&twice, ColorType::Grayscale, 3);
        assert_eq!(read_picture(&twice), None);
    }

    #[test]
    fn a_damaged_picture_reads_as_the_content_or_as_nothing() {
        let blocks: Vec<char> = Drawing::new(CONTENT).unwrap().blocks().chars().collect();
        let mut chance = 1_u64;
        let mut next = |below: usize| {
            chance = chance
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            usize::try_from(chance >> 33).unwrap() % below
        };
        let mut read = 0;
        for round in 0..300 {
            let mut damaged = blocks.clone();
            for _ in 0..round {
                let place = next(damaged.len());
                if damaged[place] != '\n' {
                    damaged[place] = ['█', '▀', '▄', ' '][next(4)];
                }
            }
            let damaged: String = damaged.into_iter().collect();
            let picture = picture(&damaged, ColorType::Grayscale, 3);
            if let Some(content) = read_picture(&picture) {
                assert_eq!(content, CONTENT);
                read += 1;
            }
        }
        assert!((1..300).contains(&read), "{read}");
    }

    #[test]
    fn an_svg_holds_nothing_of_the_content_and_what_is_too_long_is_not_drawn() {
        let svg = Drawing::new("<script>").unwrap().svg();
        assert!(!svg.contains("script"), "{svg}");
        assert!(Drawing::new(&"x".repeat(5_000)).is_none());
    }
}
