//! The order of what stands below columns. A short title under two columns lies in the place of the
//! left one, so that the library takes it for that column's end and reads it before the right one.

use super::{Line, Page, Stretch};

/// Lines overlap only by chance where they do by less.
const SLACK_POINTS: f32 = 2.0;

/// Where lines stand on a page.
#[derive(Clone, Copy)]
struct Frame {
    left: f32,
    right: f32,
    top: f32,
    bottom: f32,
    line_count: usize,
}

impl Frame {
    fn of(stretch: &Stretch) -> Option<Self> {
        let Stretch::Lines(lines) = stretch else { return None };
        let least = |of: fn(&Line) -> f32| lines.iter().map(of).fold(f32::MAX, f32::min);
        let most = |of: fn(&Line) -> f32| lines.iter().map(of).fold(f32::MIN, f32::max);
        (!lines.is_empty()).then(|| Self {
            left: least(|line| line.left),
            right: most(|line| line.right),
            top: most(|line| line.y + line.size),
            bottom: least(|line| line.y),
            line_count: lines.len(),
        })
    }
}

/// Puts single lines below two columns, and before a line over both, after the right column.
pub(super) fn mend(page: &mut Page) {
    let frames: Vec<Option<Frame>> = page.stretches.iter().map(Frame::of).collect();
    let mut at = 0;
    while at < frames.len() {
        let moved = tail(&frames, at);
        if let Some(Tail { first, count, column_count }) = moved
            && let Some(part) = page.stretches.get_mut(first..first + count + column_count)
        {
            part.rotate_left(count);
            at = first + count + column_count;
        } else {
            at += 1;
        }
    }
}

/// Single lines that stand before the right column and belong after it.
struct Tail {
    first: usize,
    count: usize,
    /// How many stretches the right column has.
    column_count: usize,
}

/// Looks whether a right column begins at a place, and what before it stands below it.
fn tail(frames: &[Option<Frame>], start: usize) -> Option<Tail> {
    let frame = |at: usize| frames.get(at).copied().flatten();
    let column = frame(start)?;
    let before = frame(start.checked_sub(1)?)?;
    // The right column begins above the end of what was read before it, and beside it.
    if column.left < before.right + SLACK_POINTS || column.bottom < before.bottom {
        return None;
    }
    let in_column = |it: &Frame| it.left + SLACK_POINTS >= column.left;
    let column_count = (start..).map_while(frame).take_while(in_column).count();
    let bottom = (start..start + column_count).filter_map(frame).map(|it| it.bottom);
    let bottom = bottom.fold(f32::MAX, f32::min);
    let below =
        |it: &Frame| it.line_count == 1 && it.top < bottom + SLACK_POINTS && it.right < column.left;
    let count = (0..start).rev().map_while(frame).take_while(below).count();
    let first = start - count;
    // The left column itself stands beside the right one.
    let left = frame(first.checked_sub(1)?)?;
    let is_beside = left.right < column.left && left.top > bottom;
    let after = frame(start + column_count)?;
    let last = frame(start.checked_sub(1)?)?;
    let crosses = after.left < column.left && after.right > column.left && after.top < last.bottom;
    (count > 0 && is_beside && crosses).then_some(Tail { first, count, column_count })
}

#[cfg(test)]
mod tests;
