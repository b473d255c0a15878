//! Bars are as long as their numbers say.

use super::*;

fn measured(label: &str, value: f64, within: Option<f64>) -> Measured {
    Measured { said: value.to_string(), label: label.to_owned(), value, within }
}

fn drawn(measured: &[Measured]) -> Chart {
    let words = Words {
        id: "c".to_owned(),
        title: String::new(),
        description: String::new(),
        axis: "people".to_owned(),
    };
    draw(words, measured, str::to_owned)
}

#[test]
fn the_largest_is_as_long_as_the_chart_and_a_part_is_its_share() {
    let chart = drawn(&[measured("all", 222.0, None), measured("some", 111.0, Some(222.0))]);
    let widths: Vec<&str> = chart.bars.iter().map(|bar| bar.width.as_str()).collect();
    assert_eq!(widths, ["100%", "50%"]);
    let outlines: Vec<Option<&str>> = chart.bars.iter().map(|bar| bar.outline.as_deref()).collect();
    assert_eq!(outlines, [None, Some("100%")]);
}

#[test]
fn the_axis_has_round_numbers_and_none_beyond_the_most() {
    let labels = |most| {
        let chart = drawn(&[measured("it", most, None)]);
        chart.ticks.iter().map(|tick| tick.label.clone()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(labels(222.0), "0 50 100 150 200");
    assert_eq!(labels(80.0), "0 20 40 60 80");
    assert_eq!(labels(11.0), "0 5 10");
    assert_eq!(labels(1.0), "0 0.2 0.4 0.6 0.8 1");
    assert_eq!(labels(1_000_000.0), "0 200000 400000 600000 800000 1000000");
    assert_eq!(labels(0.0), "0");
}

#[test]
fn long_labels_are_broken_between_words_and_cut_after_three_lines() {
    let lines = |words: &str| wrapped(words);
    assert_eq!(
        lines("Indigenous people among the defenders"),
        ["Indigenous people among the defenders"]
    );
    let long = lines(&"word ".repeat(60));
    assert_eq!(long.len(), LINES_MAX);
    assert!(long.iter().all(|line| line.chars().count() <= LINE_CHARS + 2), "{long:?}");
    assert!(long.last().is_some_and(|line| line.ends_with('…')), "{long:?}");
}

#[test]
fn nothing_is_drawn_of_nothing() {
    let chart = drawn(&[measured("none", 0.0, None)]);
    assert_eq!(chart.bars.first().map(|bar| bar.width.as_str()), Some("0%"));
}
