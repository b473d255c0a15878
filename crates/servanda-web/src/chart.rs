//! Bars: numbers as the pieces of a drawing. Lengths are shares of the width, heights grow with
//! the reader's letters, so that a chart reads the same on a telephone and on paper.
//!
//! Never: stacks or adds. Every bar begins at nought.

/// Letters of a label on one line; this many stand side by side on a telephone.
const LINE_CHARS: usize = 42;
/// Lines of one label; the table beside the chart has all of it.
const LINES_MAX: usize = 3;
/// Heights, in the size of the letters.
const LINE: f64 = 1.3;
const BAR: f64 = 0.8;
const GAP: f64 = 1.0;
const TICKS: f64 = 1.6;

/// A number to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Measured {
    /// The number in words, with what it is measured in.
    pub(crate) said: String,
    /// What it counts.
    pub(crate) label: String,
    /// The number, not below nought.
    pub(crate) value: f64,
    /// The number that it is a part of, drawn as an outline.
    pub(crate) within: Option<f64>,
}

/// A chart for a template.
#[derive(Debug, PartialEq)]
pub(crate) struct Chart {
    /// For the names of its parts.
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) description: String,
    /// What the axis measures.
    pub(crate) axis: String,
    /// Its height.
    pub(crate) height: String,
    /// Where the axis is.
    pub(crate) floor: String,
    /// Where the numbers of the axis stand.
    pub(crate) tick_line: String,
    pub(crate) bars: Vec<BarView>,
    pub(crate) ticks: Vec<Tick>,
}

/// A bar with the words above it.
#[derive(Debug, PartialEq)]
pub(crate) struct BarView {
    pub(crate) said: String,
    pub(crate) said_line: String,
    /// The lines of its label with where they stand.
    pub(crate) lines: Vec<(String, String)>,
    pub(crate) top: String,
    pub(crate) height: String,
    pub(crate) width: String,
    /// How far the outline of its whole goes.
    pub(crate) outline: Option<String>,
}

/// A number on the axis.
#[derive(Debug, PartialEq)]
pub(crate) struct Tick {
    pub(crate) at: String,
    /// Which end of the words stands there.
    pub(crate) anchor: &'static str,
    pub(crate) label: String,
}

/// What a chart says of itself.
#[derive(Debug, Clone)]
pub(crate) struct Words {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) description: String,
    pub(crate) axis: String,
}

/// Draws numbers as bars, in their order. `number` writes a number of the axis.
pub(crate) fn draw(words: Words, measured: &[Measured], number: impl Fn(&str) -> String) -> Chart {
    let most =
        measured.iter().flat_map(|it| [Some(it.value), it.within]).flatten().fold(0.0, f64::max);
    let mut y = 0.0;
    let bars = measured.iter().map(|it| bar(it, most, &mut y)).collect();
    Chart {
        id: words.id,
        title: words.title,
        description: words.description,
        axis: words.axis,
        height: em(y + TICKS + LINE),
        floor: em(y),
        tick_line: em(y + TICKS),
        bars,
        ticks: ticks(most, number),
    }
}

fn bar(measured: &Measured, most: f64, y: &mut f64) -> BarView {
    let said_line = em(*y + 1.0);
    *y += LINE;
    let mut lines = Vec::new();
    for line in wrapped(&measured.label) {
        lines.push((em(*y + 1.0), line));
        *y += LINE;
    }
    let top = *y + 0.2;
    *y = top + BAR + GAP;
    BarView {
        said: measured.said.clone(),
        said_line,
        lines,
        top: em(top),
        height: em(BAR),
        width: percent(measured.value, most),
        outline: measured.within.map(|within| percent(within, most)),
    }
}

/// Words in lines; what is beyond the last line is left to the table.
fn wrapped(words: &str) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in words.split_whitespace() {
        let length = lines.last().map_or(0, |line| line.chars().count());
        let room = LINE_CHARS.saturating_sub(length);
        if length > 0 && word.chars().count() >= room {
            if lines.len() == LINES_MAX {
                if let Some(line) = lines.last_mut() {
                    line.push_str(" …");
                }
                return lines;
            }
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines
}

/// Round numbers from nought to the most, at most six.
fn ticks(most: f64, number: impl Fn(&str) -> String) -> Vec<Tick> {
    let step = step(most);
    let mut ticks = Vec::new();
    for count in 0..=5_u8 {
        let value = step * f64::from(count);
        if value > most {
            break;
        }
        let share = if most > 0.0 { value / most } else { 0.0 };
        ticks.push(Tick {
            at: percent(value, most),
            anchor: match count {
                0 => "start",
                _ if share > 0.9 => "end",
                _ => "middle",
            },
            label: number(&rounded(value)),
        });
    }
    ticks
}

/// One, two or five times a power of ten, so that at most five of them make up the most.
fn step(most: f64) -> f64 {
    if most <= 0.0 {
        return 1.0;
    }
    let power = 10_f64.powf((most / 5.0).log10().floor());
    let steps = [1.0, 2.0, 5.0, 10.0].map(|times| times * power);
    steps.into_iter().find(|step| step * 5.0 >= most).unwrap_or(power)
}

/// A number without the dust of its computation.
fn rounded(value: f64) -> String {
    let text = format!("{value:.6}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn percent(value: f64, most: f64) -> String {
    if most > 0.0 { format!("{}%", short(value / most * 100.0)) } else { "0%".to_owned() }
}

fn em(value: f64) -> String {
    format!("{}em", short(value))
}

fn short(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests;
